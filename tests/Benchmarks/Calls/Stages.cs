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

    /// <summary>What the turn at the 95th percentile was made of.</summary>
    public static IEnumerable<BenchResult> OfTheP95(IEnumerable<LineReading> lines)
    {
        var answered = lines.Where(line => line is { ReplyMs: not null, Timed: not null }).OrderBy(line => line.ReplyMs).ToList();
        if (answered.Count == 0)
        {
            return [];
        }
        var line = answered[(int)Math.Ceiling(0.95 * answered.Count) - 1];
        var stages = All.Select(stage => (stage.Name, Ms: stage.Ms(line.Timed!))).Where(stage => stage.Ms is not null)
            .Select(stage => BenchResult.Single("p95_turn_ms", "ms", stage.Ms!.Value, null, ("stage", stage.Name), ("why", line.Timed!.EndpointReason)));
        return [.. stages, BenchResult.Single("p95_turn_ms", "ms", line.ReplyMs!.Value, null, ("stage", "voice_to_voice"), ("why", line.Timed!.EndpointReason))];
    }

    public static IEnumerable<BenchResult> Results(IReadOnlyCollection<TurnTimed> turns) => All.Select(stage =>
        BenchResult.Spread("stage_ms", "ms", [.. turns.Select(stage.Ms).OfType<int>().Select(ms => (double)ms)], ("stage", stage.Name)));
}
