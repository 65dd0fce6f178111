using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Benchmarks.Calls;

/// <summary>How long each stage of a turn took, one after the other, from the end of the trainee's speech.</summary>
public static class Stages
{
    private static readonly (string Name, Func<TurnTimed, int?> Ms)[] All =
    [
        ("endpoint", turn => turn.EndpointMs),
        ("final", turn => turn.FinalMs - turn.EndpointMs),
        ("decision", turn => turn.DecisionMs - turn.FinalMs),
        ("first_word", turn => turn.FirstWordMs - turn.DecisionMs),
        ("first_audio", turn => turn.FirstAudioMs - turn.FirstWordMs),
        ("first_played", turn => turn.FirstPlayedMs - turn.FirstAudioMs),
    ];

    public static IEnumerable<BenchResult> Results(IReadOnlyCollection<TurnTimed> turns) => All.Select(stage =>
        BenchResult.Spread("stage_ms", "ms", [.. turns.Select(stage.Ms).OfType<int>().Select(ms => (double)ms)], ("stage", stage.Name)));
}
