namespace RealtimeTraining.Benchmarks.Results;

public static class Statistics
{
    /// <summary>Nearest rank: the smallest sample that at least so many per cent do not exceed.</summary>
    public static double Percentile(IReadOnlyCollection<double> samples, int percent)
    {
        ArgumentOutOfRangeException.ThrowIfZero(samples.Count);
        var sorted = samples.Order().ToList();
        return sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * percent / 100.0) - 1)];
    }

    public static double Median(IReadOnlyCollection<double> samples) => Percentile(samples, 50);
}
