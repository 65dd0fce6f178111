using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Calls;

/// <summary>Several trainees on the phone at once, over the hub, in real time, without browsers.</summary>
public sealed class HubCalls(ServerProcess server, IReadOnlyList<TestBrowser> people, IReadOnlyList<CallScript> scripts, Action<string> tell)
{
    private readonly IReadOnlyList<(string ScenarioId, short[] Samples)> _voices = [.. scripts.Select(script => (script.ScenarioId, WavFile.ReadMono(script.Path)))];

    /// <summary>Places so many calls, lets each say its script, and hangs up.</summary>
    /// <param name="answered">What else happens from when all of them have been answered; null: nothing.</param>
    public async Task<TalkedAtOnce> MakeAsync(int calls, Func<Task>? answered, CancellationToken cancellationToken)
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
            var beside = answered?.Invoke() ?? Task.CompletedTask;
            var talking = trainees.Select(pair => pair.Trainee.TalkAsync(pair.Voice, cancellationToken)).ToList();
            // As soon as one is done the load is no longer what it is named.
            var use = await ServerUse.WhileAsync(server, Task.WhenAny(talking));
            await Task.WhenAll([.. talking, beside]);
            return new TalkedAtOnce(trainees.Count, use, [.. trainees.SelectMany(pair => pair.Trainee.Turns)]);
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
}

/// <param name="Ran">How many calls the server took.</param>
/// <param name="Use">While all of them talked.</param>
public sealed record TalkedAtOnce(int Ran, ServerUse Use, IReadOnlyList<TurnTimed> Turns)
{
    /// <summary>Of the turns of one or more such times.</summary>
    public static BenchResult VoiceToVoice(IEnumerable<TurnTimed> turns, params (string Name, object Value)[] labels) =>
        BenchResult.Spread("voice_to_voice_ms", "ms", [.. turns.Select(turn => (double)(turn.FirstPlayedMs ?? turn.FirstAudioMs))], [.. labels, ("at", "hub")]);
}
