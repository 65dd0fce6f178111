namespace RealtimeTraining.Server.Feedback;

/// <summary>
/// Where a row of scores is going: the Theil-Sen slope, the median of the slopes between all pairs of points (Sen 1968),
/// which one bad or lucky call does not bend.
/// </summary>
public static class Trend
{
    /// <summary>Fewer calls say nothing.</summary>
    public const int FewestPoints = 4;

    /// <summary>Only the latest calls count for the direction.</summary>
    public const int Window = 12;

    /// <summary>The dead band: less than that many points a call, either way, is stable.</summary>
    public const double LeastSlope = 0.75;

    public static TrendDirection DirectionOf(IReadOnlyList<int> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.Count < FewestPoints)
        {
            return TrendDirection.NotEnough;
        }
        return Slope([.. scores.TakeLast(Window)]) switch
        {
            >= LeastSlope => TrendDirection.Improving,
            <= -LeastSlope => TrendDirection.Declining,
            _ => TrendDirection.Stable,
        };
    }

    /// <summary>Points a call.</summary>
    internal static double Slope(int[] scores) => Medians.Of(
        from i in Enumerable.Range(0, scores.Length)
        from j in Enumerable.Range(i + 1, scores.Length - i - 1)
        select (double)(scores[j] - scores[i]) / (j - i));
}
