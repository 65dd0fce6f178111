using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Calls;

/// <summary>
/// What several calls at once cost the server, and what they do to the answers. Over the hub, in real time, without browsers.
/// However many there are at once, they say the same lines.
/// </summary>
public sealed class LoadBench(IReadOnlyList<CallScript> scripts, Action<string> tell)
{
    /// <summary>About twenty turns, which a single call has to make one script after the other.</summary>
    private const int Scripts = 4;

    private readonly IReadOnlyList<CallScript> _scripts = [.. scripts.Take(Scripts)];

    public async Task<IReadOnlyList<BenchResult>> RunAsync(IReadOnlyList<int> levels, CancellationToken cancellationToken)
    {
        tell("Starting a server for calls over the hub.");
        using var server = await MeasuredServer.StartAsync(_scripts[0], cancellationToken);
        var people = await PracticePeople.InviteAsync(server.Address, "load", levels.Max());
        var results = new List<BenchResult>();
        double? ofOneMs = null;
        foreach (var calls in levels)
        {
            tell($"{calls} at once over the hub.");
            List<BenchResult> measured = [.. Results(calls, await TalkAsync(server.Process, people, calls, cancellationToken))];
            results.AddRange(measured);
            var p95 = measured[0].P95;
            ofOneMs ??= calls == 1 ? p95 : null;
            if (calls > 1 && p95 / ofOneMs is { } times)
            {
                // The aim is at most 1.5.
                results.Add(BenchResult.Single("p95_of_one_call", "ratio", times, measured[0].N, [("calls", calls)]));
            }
        }
        foreach (var person in people)
        {
            person.Dispose();
        }
        return results;
    }

    private async Task<TalkedAtOnce> TalkAsync(ServerProcess server, IReadOnlyList<TestBrowser> people, int calls, CancellationToken cancellationToken)
    {
        if (calls > 1)
        {
            return await new HubCalls(server, people, _scripts, tell).MakeAsync(calls, answered: null, cancellationToken);
        }
        var single = new List<TalkedAtOnce>();
        foreach (var script in _scripts)
        {
            single.Add(await new HubCalls(server, people, [script], tell).MakeAsync(1, answered: null, cancellationToken));
        }
        return new TalkedAtOnce(1, new ServerUse(single.Average(talked => talked.Use.Cores), single.Max(talked => talked.Use.PeakMib)), [.. single.SelectMany(talked => talked.Turns)]);
    }

    private static IEnumerable<BenchResult> Results(int calls, TalkedAtOnce talked)
    {
        (string, object)[] labels = [("calls", calls), ("ran", talked.Ran)];
        return
        [
            TalkedAtOnce.VoiceToVoice(talked.Turns, labels),
            BenchResult.Single("server_cpu_per_call", "cores", talked.Use.Cores / talked.Ran, labels: labels),
            BenchResult.Single("server_rss_mib", "MiB", talked.Use.PeakMib, labels: labels),
        ];
    }
}
