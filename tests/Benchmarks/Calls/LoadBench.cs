using RealtimeTraining.Benchmarks.Results;

namespace RealtimeTraining.Benchmarks.Calls;

/// <summary>What several calls at once cost the server, and what they do to the answers. Over the hub, in real time, without browsers.</summary>
public sealed class LoadBench(IReadOnlyList<CallScript> scripts, Action<string> tell)
{
    public async Task<IReadOnlyList<BenchResult>> RunAsync(IReadOnlyList<int> levels, CancellationToken cancellationToken)
    {
        tell("Starting a server for calls over the hub.");
        using var server = await MeasuredServer.StartAsync(scripts[0], cancellationToken);
        var people = await PracticePeople.InviteAsync(server.Address, "load", levels.Max());
        var phones = new HubCalls(server.Process, people, scripts, tell);
        var results = new List<BenchResult>();
        double? ofOneMs = null;
        foreach (var calls in levels)
        {
            tell($"{calls} at once over the hub.");
            List<BenchResult> measured = [.. Results(calls, await phones.MakeAsync(calls, answered: null, cancellationToken))];
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
