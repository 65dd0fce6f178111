using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Calls;

/// <summary>What several calls at once cost the server, and what they do to the answers. Over the hub, in real time, without browsers.</summary>
public sealed class LoadBench(IReadOnlyList<CallScript> scripts, Action<string> tell)
{
    private readonly IReadOnlyList<(string ScenarioId, short[] Samples)> _voices = [.. scripts.Select(script => (script.ScenarioId, WavFile.ReadMono(script.Path)))];

    public async Task<IReadOnlyList<BenchResult>> RunAsync(IReadOnlyList<int> levels, CancellationToken cancellationToken)
    {
        tell("Starting a server for calls over the hub.");
        using var server = await MeasuredServer.StartAsync(scripts[0], cancellationToken);
        var people = await PracticePeople.InviteAsync(server.Address, "load", levels.Max());
        var results = new List<BenchResult>();
        double? ofOneMs = null;
        foreach (var calls in levels)
        {
            tell($"{calls} at once over the hub.");
            List<BenchResult> measured = [.. await MeasureAsync(server.Process, people, calls, cancellationToken)];
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

    private async Task<IEnumerable<BenchResult>> MeasureAsync(ServerProcess server, IReadOnlyList<TestBrowser> people, int calls, CancellationToken cancellationToken)
    {
        var trainees = new List<(HubTrainee Trainee, short[] Voice)>();
        try
        {
            for (var number = 0; number < calls; number++)
            {
                var (scenarioId, voice) = _voices[number % _voices.Count];
                if (await TryCallAsync(people[number], scenarioId) is { } trainee)
                {
                    trainees.Add((trainee, voice));
                }
            }
            if (trainees.Count == 0)
            {
                throw new InvalidOperationException("The server took none of the calls.");
            }
            await Task.WhenAll(trainees.Select(pair => pair.Trainee.AnsweredAsync()));
            var talking = trainees.Select(pair => pair.Trainee.TalkAsync(pair.Voice, cancellationToken)).ToList();
            // As soon as one is done the load is no longer what it is named.
            var use = await ServerUse.WhileAsync(server, Task.WhenAny(talking));
            await Task.WhenAll(talking);
            return Results(use, calls, trainees.Count, [.. trainees.SelectMany(pair => pair.Trainee.Turns)]);
        }
        finally
        {
            foreach (var (trainee, _) in trainees)
            {
                await trainee.DisposeAsync();
            }
        }
    }

    private async Task<HubTrainee?> TryCallAsync(TestBrowser person, string scenarioId)
    {
        try
        {
            return await HubTrainee.CallAsync(person, scenarioId);
        }
        catch (HubClientException refusal)
        {
            tell($"  A call was refused: {refusal.Message}");
            return null;
        }
    }

    private static IEnumerable<BenchResult> Results(ServerUse use, int calls, int ran, IReadOnlyCollection<TurnTimed> turns)
    {
        (string, object)[] labels = [("calls", calls), ("ran", ran)];
        return
        [
            BenchResult.Spread("voice_to_voice_ms", "ms", [.. turns.Select(turn => (double)(turn.FirstPlayedMs ?? turn.FirstAudioMs))], [.. labels, ("at", "hub")]),
            BenchResult.Single("server_cpu_per_call", "cores", use.Cores / ran, labels: labels),
            BenchResult.Single("server_rss_mib", "MiB", use.PeakMib, labels: labels),
        ];
    }
}
