using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Supervision;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Supervision;

/// <summary>
/// The wallboard's page with so many calls in real Chromium: what the server would send comes from here, each call anew once
/// a second, while the page is scrolled. Measured are the main thread's long tasks and the time between frames.
/// </summary>
internal static class WallboardProfile
{
    private const int UpdateMs = 250;
    private const string Scroll = "scrollTo(0, (document.body.scrollHeight - innerHeight) * (0.5 - Math.cos(now / 3000) / 2));";

    public static async Task<IReadOnlyList<BenchResult>> RunAsync(Uri server, int calls, int seconds, CancellationToken cancellationToken)
    {
        await using var chromium = await Chromium.LaunchAsync();
        var page = await chromium.OpenAsync(server, 1600, 1000);
        IWebSocketRoute? socket = null;
        await page.RouteWebSocketAsync(new Regex("/hubs/supervision"), route =>
        {
            socket = route;
            route.OnMessage(frame => Answer(route, frame.Text ?? Encoding.UTF8.GetString(frame.Binary!), calls));
        });
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Ruth") }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Wallboard" }).ClickAsync();
        await page.GetByText($"{calls} calls").WaitForAsync();
        await PageFrames.WatchAsync(page, Scroll);
        for (var update = 1; update <= seconds * 1_000 / UpdateMs; update++)
        {
            Send(socket!, new { type = 1, target = "WallboardChanged", arguments = new[] { new WallboardUpdate([.. Enumerable.Range(0, calls).Where(n => n % 4 == update % 4).Select(n => Row(n, update))], []) } });
            await Task.Delay(UpdateMs, cancellationToken);
        }
        return (await PageFrames.SeenAsync(page)).Results("wallboard", ("calls", calls));
    }

    private static void Answer(IWebSocketRoute socket, string frame, int calls)
    {
        foreach (var record in frame.Split('\u001e', StringSplitOptions.RemoveEmptyEntries))
        {
            using var message = JsonDocument.Parse(record);
            if (message.RootElement.TryGetProperty("protocol", out _))
            {
                socket.Send("{}\u001e");
            }
            else if (message.RootElement.TryGetProperty("invocationId", out var id))
            {
                Send(socket, new { type = 3, invocationId = id.GetString(), result = new WallboardState([.. Enumerable.Range(0, calls).Select(n => Row(n, 0))]) });
            }
        }
    }

    private static void Send(IWebSocketRoute socket, object message) => socket.Send(JsonSerializer.Serialize(message, Json.Options) + '\u001e');

    // Every tenth needs help, and another one each time.
    private static WallboardRow Row(int n, int update)
    {
        var needs = (n + update) % 10 == 0;
        return new WallboardRow
        {
            CallId = new CallId(new Guid(n, 0, 0, new byte[8])),
            Trainee = $"Trainee {n}",
            ScenarioId = "s",
            ScenarioTitle = "A bill for a free check-up",
            ScenarioType = ScenarioType.BillingInquiry,
            Difficulty = (Difficulty)(n % 4),
            Patient = "Denise Fowler",
            NowMs = 60_000 + update * UpdateMs,
            Phase = needs ? CallPhase.DeadAir : CallPhase.Talking,
            TraineeSpeaks = update % 2 == 0,
            Mood = (MoodLabel)(n % 5),
            Tone = [.. Enumerable.Range(0, 24).Select(i => (i * 7 + n + update) % 100)],
            Empathy = [.. Enumerable.Range(0, 24).Select(i => (i * 11 + n + update) % 100)],
            LastCue = new WallboardCue(CueKind.Suggestion, "Name her worry.", 1),
            Alerts = needs ? [new WallboardAlert(AlertKind.DeadAir, "Nobody is speaking.", update)] : [],
            Need = needs ? 25 : 0,
        };
    }
}
