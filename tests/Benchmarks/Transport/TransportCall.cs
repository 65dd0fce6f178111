using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.TestKit;
using RealtimeTraining.TestKit.Network;

namespace RealtimeTraining.Benchmarks.Transport;

/// <summary>What one call over one path gave.</summary>
/// <param name="ConnectMs">Null: over WebRTC it did not connect, and the call went over the hub.</param>
public sealed record TransportReading(
    IReadOnlyList<SaidLine> Said, IReadOnlyList<LoggedFrame> Frames, IReadOnlyList<CallEvent> Events, double? ConnectMs,
    double BytesUpPerSecond, double BytesDownPerSecond, double ServerCores, double GatewayCores)
{
    /// <summary>Each line as it came. Of a WebRTC call that did not connect none: it would be the hub's.</summary>
    public IReadOnlyList<ArrivedLine> Lines() => ConnectMs is null ? [] : [.. Said.Select((line, i) =>
    {
        // What is said again in the next line is not the end of this one.
        var until = i + 1 < Said.Count ? Said[i + 1].AtMs : double.PositiveInfinity;
        return new ArrivedLine(line, [.. Frames.Where(frame => frame.AtMs < until)]);
    })];
}

/// <summary>One call in real Chromium over one path through a troubled network. Each line waits until the patient has answered the one before.</summary>
public sealed partial class TransportCall(PathServer server, TroubledNetwork network, IReadOnlyList<VoicedLine> lines) : IDisposable
{
    public const string Scenario = "visit-before-a-trip";
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(15);
    private readonly TestBrowser _trainee = new(server.Address);
    private string _id = "";

    public async Task<TransportReading> MakeAsync(NetworkTrouble trouble, int seed, CancellationToken cancellationToken)
    {
        await using var chromium = await Chromium.LaunchAsync(mouthpiece: true, launcher: network.Launcher, trusted: server.Address);
        var page = await chromium.OpenAsync(server.Address);
        await page.AddInitScriptAsync(ConnectProbe.Script);
        await ReadyAsync(page);
        network.Set(trouble, seed);
        try
        {
            await PlaceAsync(page);
            var connectMs = await ConnectedAsync(page, cancellationToken);
            await UntilQuietAsync(after: 0, cancellationToken);
            var before = Used();
            var said = await SayAllAsync(page, cancellationToken);
            var used = Used().Since(before);
            var events = await HangUpAsync(page, cancellationToken);
            return new TransportReading(said, server.NewestFrames(), events, connectMs, used.Up, used.Down, used.Server, used.Gateway);
        }
        finally
        {
            network.Set(NetworkTrouble.None, seed);
        }
    }

    public void Dispose() => _trainee.Dispose();

    private async Task ReadyAsync(IPage page)
    {
        page.SetDefaultTimeout(90_000);
        await _trainee.SignInAsync("/api/session/demo", new DemoSignIn(DemoAccounts.Listed.First(account => account.Role == Role.Trainee).Email));
        await page.GotoAsync("/");
        await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { NameRegex = TraineePattern() }).ClickAsync(), response => response.Url.EndsWith("/api/session/demo", StringComparison.Ordinal));
        await page.GotoAsync($"/scenarios/{Scenario}");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = CallPattern() }).WaitForAsync();
    }

    private async Task PlaceAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = CallPattern() }).ClickAsync();
        await page.WaitForURLAsync(AddressPattern());
        _id = AddressPattern().Match(page.Url).Groups[1].Value;
    }

    // Over the hub the first frame of the microphone shows it. Over WebRTC the page shows it once packets have come to it
    // and the server takes the microphone from there.
    private async Task<double?> ConnectedAsync(IPage page, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < ConnectWithin)
        {
            var asked = await ConnectProbe.AskedAsync(page);
            var at = server.Name == PathServer.Hub
                ? server.NewestFrames().Where(frame => frame.AtMs > asked).Select(frame => (double?)frame.AtMs).FirstOrDefault()
                : await ConnectProbe.OverWebRtcAsync(page);
            if (at is not null)
            {
                return at - asked;
            }
            await Task.Delay(LookAgain, cancellationToken);
        }
        return null;
    }

    private async Task<List<SaidLine>> SayAllAsync(IPage page, CancellationToken cancellationToken)
    {
        var said = new List<SaidLine>();
        foreach (var line in lines)
        {
            var seen = (await EventsAsync()).Count;
            said.Add(new SaidLine(await Mouthpiece.SayAsync(page, line.Path), line.Text, line.Samples));
            await Task.Delay(TimeSpan.FromMilliseconds(line.LengthMs), cancellationToken);
            await UntilQuietAsync(seen, cancellationToken);
        }
        return said;
    }

    // The patient has spoken and has stopped. One who heard nothing does not answer; then the next line is due all the same.
    private async Task UntilQuietAsync(int after, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < AnswerWithin)
        {
            var events = await EventsAsync();
            var last = events.Where(callEvent => callEvent is SpeechStarted { Party: Party.Patient } or SpeechStopped { Party: Party.Patient }).LastOrDefault();
            if (last is SpeechStopped && last.Seq > after)
            {
                return;
            }
            await Task.Delay(LookAgain, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<CallEvent>> HangUpAsync(IPage page, CancellationToken cancellationToken)
    {
        await page.Locator("body").PressAsync("Escape");
        await page.Locator("body").PressAsync("Escape");
        while ((await _trainee.GetAsync<CallDetail>($"/api/calls/{_id}")).Summary.Status != CallStatus.Ended)
        {
            await Task.Delay(LookAgain, cancellationToken);
        }
        return (await _trainee.GetAsync<CallDetail>($"/api/calls/{_id}")).Events;
    }

    private async Task<IReadOnlyList<CallEvent>> EventsAsync() => (await _trainee.GetAsync<CallState>($"/api/calls/{_id}/events")).Events;

    private Use Used() => new(
        Stopwatch.GetTimestamp(), network.BytesUp, network.BytesDown, server.ProcessorTime, server.Janus?.ProcessorTime ?? TimeSpan.Zero);

    private readonly record struct Use(long At, long BytesUp, long BytesDown, TimeSpan Server, TimeSpan Gateway)
    {
        public (double Up, double Down, double Server, double Gateway) Since(Use before)
        {
            var seconds = Stopwatch.GetElapsedTime(before.At, At).TotalSeconds;
            return ((BytesUp - before.BytesUp) / seconds, (BytesDown - before.BytesDown) / seconds,
                (Server - before.Server).TotalSeconds / seconds, (Gateway - before.Gateway).TotalSeconds / seconds);
        }
    }

    [GeneratedRegex("Maya")]
    private static partial Regex TraineePattern();

    [GeneratedRegex("^Call [A-Z][a-z]+ [A-Z]")]
    private static partial Regex CallPattern();

    [GeneratedRegex("/call/([0-9a-f-]{36})")]
    private static partial Regex AddressPattern();
}
