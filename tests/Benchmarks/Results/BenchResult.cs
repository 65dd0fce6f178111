namespace RealtimeTraining.Benchmarks.Results;

/// <summary>One figure. Labels tell two of one name apart.</summary>
public sealed record BenchResult(string Name, string Unit)
{
    public double? Value { get; init; }

    public double? P50 { get; init; }

    public double? P95 { get; init; }

    public double? P99 { get; init; }

    public double? Max { get; init; }

    /// <summary>How many samples it rests on.</summary>
    public int? N { get; init; }

    public IReadOnlyDictionary<string, object>? Labels { get; init; }

    public static BenchResult Single(string name, string unit, double value, int? n = null, params (string Name, object Value)[] labels) =>
        new(name, unit) { Value = Rounded(value), N = n, Labels = Labelled(labels) };

    /// <summary>Median, 95th percentile and maximum; only a count of 0 when there was no sample.</summary>
    public static BenchResult Spread(string name, string unit, IReadOnlyCollection<double> samples, params (string Name, object Value)[] labels) =>
        samples.Count == 0
            ? new BenchResult(name, unit) { N = 0, Labels = Labelled(labels) }
            : new BenchResult(name, unit)
            {
                P50 = Rounded(Statistics.Percentile(samples, 50)),
                P95 = Rounded(Statistics.Percentile(samples, 95)),
                P99 = Rounded(Statistics.Percentile(samples, 99)),
                Max = Rounded(samples.Max()),
                N = samples.Count,
                Labels = Labelled(labels),
            };

    private static Dictionary<string, object>? Labelled((string Name, object Value)[] labels) =>
        labels.Length == 0 ? null : labels.ToDictionary(label => label.Name, label => label.Value);

    private static double Rounded(double value) => Math.Abs(value) >= 10 ? Math.Round(value) : Math.Round(value, 3);
}
