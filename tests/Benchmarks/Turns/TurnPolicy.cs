using RealtimeTraining.Models.Training.Turns;

namespace RealtimeTraining.Benchmarks.Turns;

/// <summary>A policy as its makers ship it, and at its other settings.</summary>
/// <param name="Settings">What it does at each setting that was tried.</param>
internal sealed record TurnPolicy(string Name, TurnOutcome Shipped, IReadOnlyList<TurnOutcome> Settings)
{
    /// <summary>Policies with fixed waits are tried with all of them longer or shorter by one factor.</summary>
    private static readonly double[] Factors = [.. Enumerable.Range(0, 221).Select(step => 0.05 * Math.Pow(1.025, step))];

    /// <param name="waitMs">The wait at the point with this number.</param>
    public static TurnPolicy Scaled(string name, IReadOnlyList<TurnPoint> points, Func<int, double> waitMs)
    {
        var waits = Enumerable.Range(0, points.Count).Select(waitMs).ToArray();
        return new TurnPolicy(name, TurnOutcome.Of(points, i => waits[i]), [.. Factors.Select(factor => TurnOutcome.Of(points, i => waits[i] * factor))]);
    }

    /// <summary>The fewest false cut-offs of all settings that wait no longer than this on the average; null when none does.</summary>
    public double? CutOffsAt(double latencyMs, Func<TurnOutcome, double> share)
    {
        var within = Settings.Where(outcome => outcome.LatencyMs <= latencyMs).ToList();
        return within.Count > 0 ? within.Min(share) : null;
    }

    /// <summary>The shortest mean wait of all settings that cut in no more often than this; null when none does.</summary>
    public double? LatencyAt(double most, Func<TurnOutcome, double> share)
    {
        var within = Settings.Where(outcome => share(outcome) <= most).ToList();
        return within.Count > 0 ? within.Min(outcome => outcome.LatencyMs) : null;
    }
}
