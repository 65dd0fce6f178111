using System.Globalization;
using RealtimeTraining.Benchmarks.Calls;
using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Supervision;

/// <summary>
/// Many live calls with a listener each, in real time, on the product and on plain relays of the same streams; and the
/// wallboard with many calls. docs/benchmarks.md says what each figure means.
/// </summary>
public sealed class SupervisionBench : IBench
{
    /// <summary>What counts as carried: so late at most to the caller, in 99 of 100 packets, and so far behind to the listener.</summary>
    private const double CallerLateMs = 40;
    private const double ListenerDelayMs = 300;
    private const int WallboardCalls = 400;
    private const int ToldOfLate = 5;
    private const string Own = "ours";
    private const string Board = "wallboard";
    private static readonly IReadOnlyList<string> Parts = [Own, .. NodeRelay.Peers, Board];
    private string? _calls;
    private string[] _only = [.. Parts];

    public string Name => "supervision";

    public string? WhyNot => Chromium.WhyNot;

    public IReadOnlyDictionary<string, Action<string>> Options => new Dictionary<string, Action<string>>
    {
        ["--calls"] = numbers => _calls = numbers,
        ["--only"] = parts => _only = PartsOf(parts),
    };

    public async Task<BenchReport> RunAsync(bool quick, Action<string> tell, CancellationToken cancellationToken)
    {
        var levels = _calls is not null ? LevelsOf(_calls) : quick ? [10] : [50, 100, 200, 300];
        var talkMs = quick ? 5_000 : 12_000;
        var results = new List<BenchResult>();
        var missing = NodeRelay.Peers.Any(_only.Contains) ? await NodeRelay.RestoreAsync(cancellationToken) : null;
        if (missing is not null)
        {
            tell($"The relays are not measured: {missing}");
        }
        var carried = new Dictionary<string, int>();
        foreach (var peer in _only.Where(part => part == Own || (part != Board && missing is null)))
        {
            carried[peer] = await CarryAsync(peer, levels, talkMs, results, tell, cancellationToken);
        }
        foreach (var peer in NodeRelay.Peers.Where(peer => carried.ContainsKey(peer) && carried.ContainsKey(Own)))
        {
            results.Add(BenchResult.Single("relay_ratio", "", carried[peer] == 0 ? 0 : (double)carried[Own] / carried[peer], labels: [("peer", peer), ("ours", carried[Own]), ("theirs", carried[peer])]));
        }
        if (_only.Contains(Board))
        {
            tell($"The wallboard with {WallboardCalls} calls.");
            await using var server = await OwnServer.StartAsync();
            results.AddRange(await WallboardProfile.RunAsync(server.Address, WallboardCalls, quick ? 5 : 15, cancellationToken));
        }
        return new BenchReport(Name, new Dictionary<string, string> { ["recogniser"] = "scripted", ["voice"] = "scripted", ["patient"] = "authored", ["transport"] = "hub" }, results);
    }

    private static string[] PartsOf(string names)
    {
        var parts = names.Split(',');
        return parts.All(Parts.Contains) ? parts : throw new ArgumentException($"--only takes some of {string.Join(',', Parts)}; not \"{names}\".");
    }

    private static int[] LevelsOf(string numbers)
    {
        var levels = numbers.Split(',').Select(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var calls) ? calls : 0).Order().ToArray();
        return levels[0] > 0 && levels[^1] <= 1_000 ? levels : throw new ArgumentException($"--calls takes numbers of calls from 1 to 1,000, as in 50,100; not \"{numbers}\".");
    }

    /// <summary>Puts more and more calls on one server, until it does not keep up.</summary>
    /// <returns>The most that it carried.</returns>
    private static async Task<int> CarryAsync(string peer, int[] levels, int talkMs, List<BenchResult> results, Action<string> tell, CancellationToken cancellationToken)
    {
        var most = 0;
        const int WarmUpCalls = 3;
        await using var server = peer == Own ? await OwnServer.StartAsync() : await NodeRelay.StartAsync(peer);
        var people = peer == Own ? await PracticePeople.InviteAsync(server.Address, "load", levels[^1]) : [];
        if (peer == Own)
        {
            // The first calls meet code that has not run.
            await OwnAsync(server, people, WarmUpCalls, talkMs, tell: _ => { }, cancellationToken);
        }
        foreach (var calls in levels)
        {
            tell($"{calls} calls with a listener each on {peer}.");
            var measured = peer == Own
                ? await OwnAsync(server, people, calls, talkMs, tell, cancellationToken)
                : await RelayedAsync(peer, server, calls, talkMs, cancellationToken);
            results.AddRange(measured);
            var kept = P99(measured, "caller_frame_late_ms") <= CallerLateMs && P99(measured, "listener_delay_ms") <= ListenerDelayMs;
            tell($"  {(kept ? "Carried" : "Not carried")}: caller p99 {P99(measured, "caller_frame_late_ms"):0} ms late, the latest {measured[0].Max:0} ms, listener p99 {P99(measured, "listener_delay_ms"):0} ms behind.");
            if (!kept)
            {
                break;
            }
            most = calls;
        }
        foreach (var person in people)
        {
            person.Dispose();
        }
        return most;
    }

    private static async Task<IReadOnlyList<BenchResult>> OwnAsync(RelayedServer server, IReadOnlyList<TestBrowser> people, int calls, int talkMs, Action<string> tell, CancellationToken cancellationToken)
    {
        using var supervisor = new TestBrowser(server.Address);
        await supervisor.SignInAsync("/api/session/demo", new DemoSignIn(DemoAccounts.Listed.First(account => account.Role == Role.Supervisor).Email));
        var idle = server.ResidentMib;
        var running = new List<OwnCall>();
        try
        {
            foreach (var person in people.Take(calls))
            {
                running.Add(await OwnCall.StartAsync(person));
            }
            var withCalls = server.ResidentMib;
            foreach (var call in running)
            {
                await call.ListenAsync(supervisor);
            }
            var withListeners = server.ResidentMib;
            var cores = await TalkAsync(server, running, talkMs, cancellationToken);
            TellOfLate(running, tell);
            (string, object)[] labels = [("calls", calls), ("listeners", calls), ("peer", Own)];
            return
            [
                .. Spreads(running, labels),
                BenchResult.Single("caller_said_again", "", running.Sum(call => call.Timings.SaidAgain), labels: labels),
                BenchResult.Single("server_cores", "cores", cores, labels: labels),
                BenchResult.Single("memory_per_call_mib", "MiB", Math.Max(0, server.ResidentMib - idle) / calls, labels: labels),
                BenchResult.Single("memory_per_listener_mib", "MiB", Math.Max(0, withListeners - withCalls) / calls, labels: labels),
            ];
        }
        finally
        {
            foreach (var call in running)
            {
                await call.EndAsync();
            }
        }
    }

    private static async Task<IReadOnlyList<BenchResult>> RelayedAsync(string peer, RelayedServer server, int calls, int talkMs, CancellationToken cancellationToken)
    {
        var running = new List<ILoadedCall>();
        try
        {
            var idle = server.ResidentMib;
            for (var number = 0; number < calls; number++)
            {
                running.Add(await RelayedCall.StartAsync(peer, server.Address, number, cancellationToken));
            }
            var cores = await TalkAsync(server, running, talkMs, cancellationToken);
            (string, object)[] labels = [("calls", calls), ("listeners", calls), ("peer", peer)];
            return
            [
                .. Spreads(running, labels),
                BenchResult.Single("server_cores", "cores", cores, labels: labels),
                BenchResult.Single("memory_per_call_mib", "MiB", Math.Max(0, server.ResidentMib - idle) / calls, labels: labels),
            ];
        }
        finally
        {
            foreach (var call in running)
            {
                await call.DisposeAsync();
            }
        }
    }

    private static async Task<double> TalkAsync(RelayedServer server, IReadOnlyList<ILoadedCall> calls, int talkMs, CancellationToken cancellationToken)
    {
        var (used, began) = (server.ProcessorTime, TimeProvider.System.GetTimestamp());
        await Load.TalkAsync(calls, talkMs, cancellationToken);
        return (server.ProcessorTime - used) / TimeProvider.System.GetElapsedTime(began);
    }

    private static IEnumerable<BenchResult> Spreads(IEnumerable<ILoadedCall> calls, (string, object)[] labels)
    {
        var timings = calls.Select(call => call.Timings).ToList();
        yield return BenchResult.Spread("caller_frame_late_ms", "ms", [.. timings.SelectMany(timing => timing.CallerLateMs)], labels);
        yield return BenchResult.Spread("caller_jitter_ms", "ms", [.. timings.SelectMany(timing => timing.CallerJitterMs)], labels);
        yield return BenchResult.Spread("listener_delay_ms", "ms", [.. timings.SelectMany(timing => timing.ListenerDelayMs)], labels);
    }

    // So that what the latest of them waited for is not left to guesses.
    private static void TellOfLate(IEnumerable<ILoadedCall> calls, Action<string> tell)
    {
        foreach (var call in calls.Where(call => call.Timings.Latest is { LateMs: > CallerLateMs }).OrderByDescending(call => call.Timings.Latest!.LateMs).Take(ToldOfLate))
        {
            var late = call.Timings.Latest!;
            var beganMs = late.CameMs - late.AtMs - late.LateMs;
            tell($"  {late.LateMs:0} ms late: utterance {late.Utterance} at {late.AtMs:0} ms, which came {late.CameMs:0} ms after the call began. Since the utterance did: {call.WhatHappened(beganMs, late.CameMs)}.");
        }
    }

    private static double P99(IEnumerable<BenchResult> results, string name) => results.First(result => result.Name == name).P99 ?? double.PositiveInfinity;
}
