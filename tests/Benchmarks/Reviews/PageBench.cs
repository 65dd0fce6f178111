using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Playwright;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Reviews;

/// <summary>The page of a long recorded call in real Chromium: how soon it can be worked with, and whether it is smooth while it plays.</summary>
internal static class PageBench
{
    private const string Name = "call.wav";

    /// <summary>Whether the line being heard is in sight.</summary>
    private const string Follows = """
        () => {
          const line = document.querySelector('[id^=line-][aria-current=true]')?.getBoundingClientRect();
          const list = document.querySelector('ol[aria-label="Transcript"]').getBoundingClientRect();
          return Boolean(line) && line.top >= list.top - 1 && line.bottom <= list.bottom + 1;
        }
        """;

    public static async Task<IReadOnlyList<BenchResult>> RunAsync(LongRecording call, bool quick, Action<string> tell, CancellationToken cancellationToken)
    {
        using var server = TrainingServer.Start(new()
        {
            // A page that is left breaks its requests off, which EF takes for failures.
            Settings = new Dictionary<string, string?> { ["Logging:LogLevel:Default"] = "Warning", ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Query"] = "None" },
            Services = services => services.Replace(ServiceDescriptor.Singleton<IReadOnlyList<IEngine>>([new KnownWordsEngine(call.Lines)])),
        });
        tell("Putting it on a server.");
        using var coach = await CoachUploads.SignInAsync(server.Address);
        var id = await coach.SendAsync(call.Wav, Name, cancellationToken);
        await coach.ReadyAsync(id, cancellationToken);
        await using var chromium = await Chromium.LaunchAsync();
        var page = await chromium.OpenAsync(server.Address, 1600, 1000);
        await page.AddInitScriptAsync(PageProbe.Script);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Priya") }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Reviews" }).WaitForAsync();
        // The second time, as every call after the first of a server.
        await ClickAsync(page);
        var results = new List<BenchResult>();
        foreach (var (from, open) in ((string, Func<IPage, Task<PageProbe>>)[])[("list", ClickAsync), ("address", page => GoAsync(page, id))])
        {
            tell($"Opening its page by the {from}.");
            var seen = new List<PageProbe>();
            for (var times = quick ? 2 : 7; times > 0; times--)
            {
                seen.Add(await open(page));
            }
            results.AddRange(Opened(seen, ("from", from), ("minutes", call.DurationMs / 60_000), ("lines", call.Lines.Count)));
        }
        tell("Playing it.");
        results.AddRange(await PlayAsync(page, call, quick ? 5 : 20, cancellationToken));
        return results;
    }

    private static async Task<PageProbe> ClickAsync(IPage page)
    {
        await page.GotoAsync("/reviews");
        var link = page.GetByRole(AriaRole.Link, new() { Name = Name });
        await link.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await link.ClickAsync();
        return await QuietAsync(page);
    }

    /// <summary>With nothing in the browser's cache.</summary>
    private static async Task<PageProbe> GoAsync(IPage page, Guid id)
    {
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("Network.clearBrowserCache");
        await devTools.DetachAsync();
        await page.GotoAsync($"/reviews/{id}");
        return await QuietAsync(page);
    }

    private static async Task<PageProbe> QuietAsync(IPage page)
    {
        await page.WaitForFunctionAsync(PageProbe.IsQuiet);
        return await page.EvaluateAsync<PageProbe>(PageProbe.Read);
    }

    private static IEnumerable<BenchResult> Opened(IReadOnlyList<PageProbe> seen, params (string Name, object Value)[] labels)
    {
        // The aim is at most 1,500.
        yield return BenchResult.Spread("page_interactive_ms", "ms", [.. seen.Select(one => one.InteractiveMs)], labels);
        foreach (var fetch in seen.SelectMany(one => one.Fetches).GroupBy(fetch => fetch.What))
        {
            yield return BenchResult.Spread("page_fetch_ms", "ms", [.. fetch.Select(one => one.Ms)], [.. labels, ("what", fetch.Key)]);
            yield return BenchResult.Single("page_fetch_kib", "KiB", fetch.Max(one => one.Bytes) / 1_024, fetch.Count(), [.. labels, ("what", fetch.Key)]);
        }
    }

    /// <summary>From the middle of the call, the transcript following.</summary>
    private static async Task<IReadOnlyList<BenchResult>> PlayAsync(IPage page, LongRecording call, int seconds, CancellationToken cancellationToken)
    {
        await page.GetByRole(AriaRole.Slider, new() { Name = "Place in the recording" }).FillAsync($"{call.DurationMs / 2_000 * 1_000}");
        await page.Keyboard.PressAsync("k");
        await page.WaitForFunctionAsync("() => { const audio = document.querySelector('audio'); return !audio.paused && audio.readyState === 4; }");
        await page.WaitForFunctionAsync(Follows);
        await PageFrames.WatchAsync(page);
        await Task.Delay(TimeSpan.FromSeconds(seconds), cancellationToken);
        var found = await PageFrames.SeenAsync(page);
        if (!await page.EvaluateAsync<bool>(Follows))
        {
            throw new InvalidOperationException("The line being heard is not in sight: the transcript does not follow the sound.");
        }
        return found.Results("page", ("minutes", call.DurationMs / 60_000), ("lines", call.Lines.Count));
    }
}
