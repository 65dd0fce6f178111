using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Http;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Calls;

/// <summary>A call as page and server saw it.</summary>
public sealed record ObservedCall(CallScript Script, PageRecord Page, IReadOnlyList<CallEvent> Events);

/// <summary>One call by voice in real Chromium, from the sign-in to the end, with a script's file as the microphone.</summary>
public static partial class BrowserCall
{
    private const int StoredWithinSeconds = 20;

    public static async Task<ObservedCall> MakeAsync(Uri server, CallScript script, CancellationToken cancellationToken)
    {
        await using var chromium = await Chromium.LaunchAsync(script.Path);
        var page = await chromium.OpenAsync(server);
        await page.AddInitScriptAsync(CallProbe.Script);
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync("/");
        await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { NameRegex = TraineePattern() }).ClickAsync(), response => response.Url.EndsWith("/api/session/demo", StringComparison.Ordinal));
        await page.GotoAsync($"/scenarios/{script.ScenarioId}");
        var id = await PlaceAsync(page);
        await WaitForEndAsync(page, script.LengthMs, cancellationToken);
        return new ObservedCall(script, await CallProbe.ReadAsync(page), await EventsAsync(page, id, cancellationToken));
    }

    // The file plays from when the page opens the microphone, so the call has to be placed at once.
    private static async Task<CallId> PlaceAsync(IPage page)
    {
        var call = page.GetByRole(AriaRole.Button, new() { NameRegex = CallPattern() });
        var open = page.GetByRole(AriaRole.Button, new() { Name = "Switch the microphone on" });
        await call.WaitForAsync();
        if (!await call.IsEnabledAsync() && await open.IsVisibleAsync())
        {
            await open.ClickAsync();
        }
        await call.ClickAsync();
        await page.WaitForURLAsync(CallAddressPattern());
        return CallId.Parse(CallAddressPattern().Match(page.Url).Groups[1].Value, null);
    }

    private static async Task WaitForEndAsync(IPage page, int lengthMs, CancellationToken cancellationToken)
    {
        const string Ended = "() => window.__call.endedAt !== null";
        try
        {
            await page.WaitForFunctionAsync(Ended, null, new() { Timeout = lengthMs }).WaitAsync(cancellationToken);
        }
        catch (TimeoutException)
        {
            // The usual case: the patient has not hung up, so the trainee does.
            await page.Keyboard.PressAsync("Escape");
            await page.Keyboard.PressAsync("Escape");
            await page.WaitForFunctionAsync(Ended, null, new() { Timeout = 15_000 });
        }
    }

    private static async Task<IReadOnlyList<CallEvent>> EventsAsync(IPage page, CallId id, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < StoredWithinSeconds; tries++)
        {
            var response = await page.APIRequest.GetAsync($"/api/calls/{id}");
            if (response.Ok && JsonSerializer.Deserialize<CallDetail>(await response.TextAsync(), Json.Options) is { } detail
                && detail.Events.Any(callEvent => callEvent is CallEnded))
            {
                return detail.Events;
            }
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }
        throw new InvalidOperationException($"The end of call {id} was not stored within {StoredWithinSeconds} s.");
    }

    [GeneratedRegex("Maya")]
    private static partial Regex TraineePattern();

    [GeneratedRegex("^Call (?!and)")]
    private static partial Regex CallPattern();

    [GeneratedRegex("/call/([0-9a-f-]{36})")]
    private static partial Regex CallAddressPattern();
}
