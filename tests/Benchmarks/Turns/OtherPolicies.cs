using RealtimeTraining.Models.Training.Turns;

namespace RealtimeTraining.Benchmarks.Turns;

/// <summary>What others ship, by their defaults. docs/benchmarks.md tells what stands in for what is not here.</summary>
internal static class OtherPolicies
{
    public static readonly double[] FixedSeconds = [0.4, 0.5, 0.55, 0.7, 0.8, 1.0];

    /// <summary>LiveKit agents: 0.5 s when its turn model says done, else 3.0 s.</summary>
    private const double LiveKitLeastMs = 500;
    private const double LiveKitMostMs = 3_000;

    /// <summary>Its threshold lets nearly every end pass.</summary>
    private const double LiveKitEndsPassed = 0.99;

    public static IEnumerable<TurnPolicy> Of(IReadOnlyList<TurnPoint> points, IReadOnlyList<float> over)
    {
        var longest = TurnPoint.LongestPauseMs;
        TurnOutcome[] delays = [.. Enumerable.Range(1, (int)longest / 10).Select(step => TurnOutcome.Of(points, _ => step * 10))];
        foreach (var seconds in FixedSeconds)
        {
            yield return new TurnPolicy(FormattableString.Invariant($"fixed_{seconds:0.0#}"), TurnOutcome.Of(points, _ => seconds * 1000), delays);
        }
        var threshold = Threshold(points, over);
        yield return TurnPolicy.Scaled("livekit_default", points, i => over[i] >= threshold ? LiveKitLeastMs : LiveKitMostMs);
        yield return TurnPolicy.Scaled("realtimevoicechat", points, i => PunctuationMs(points[i].Written));
    }

    private static float Threshold(IReadOnlyList<TurnPoint> points, IReadOnlyList<float> over)
    {
        var ends = Enumerable.Range(0, points.Count).Where(i => points[i].IsEnd).Select(i => over[i]).Order().ToList();
        return ends.Count > 0 ? ends[(int)(ends.Count * (1 - LiveKitEndsPassed))] : 0;
    }

    /// <summary>RealtimeVoiceChat: by the last mark, times 0.5.</summary>
    internal static double PunctuationMs(string written)
    {
        var text = written.TrimEnd();
        var seconds = text.EndsWith("...", StringComparison.Ordinal) || text.EndsWith('\u2026') ? 2.3
            : text.EndsWith('?') ? 0.33
            : text.EndsWith('.') || text.EndsWith('!') ? 0.39
            : 1.25;
        return seconds * 0.5 * 1000;
    }
}
