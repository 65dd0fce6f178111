using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Models.Training.Measures;
using RealtimeTraining.Models.Training.Turns;

namespace RealtimeTraining.Benchmarks.Turns;

/// <summary>The figures of the turns bench, policy by policy.</summary>
internal static class TurnFigures
{
    private const double LatencyBudgetMs = 300;
    private const double CutOffBudget = 0.05;

    /// <summary>The mean waits at which the curves are compared.</summary>
    private static readonly double[] Compared = [.. Enumerable.Range(0, 45).Select(step => 300.0 + step * 50)];

    public static IEnumerable<BenchResult> Of(IReadOnlyList<TurnPoint> points, IReadOnlyList<float> over, IReadOnlyList<TurnPolicy> policies)
    {
        var (turns, pauses) = (points.Select(point => (point.Conversation, point.TurnNumber)).Distinct().Count(), points.Count(point => !point.IsEnd));
        foreach (var policy in policies)
        {
            yield return Figure("false_cut_offs_at_300ms", "%", policy.CutOffsAt(LatencyBudgetMs, outcome => outcome.CutOffsPerTurn) * 100, turns, policy);
            yield return Figure("latency_at_5pct_ms", "ms", policy.LatencyAt(CutOffBudget, outcome => outcome.CutOffsPerTurn), turns, policy);
            yield return Figure("false_cut_offs_of_pauses_at_300ms", "%", policy.CutOffsAt(LatencyBudgetMs, outcome => outcome.CutOffsPerPause) * 100, pauses, policy);
            yield return Figure("latency_at_5pct_of_pauses_ms", "ms", policy.LatencyAt(CutOffBudget, outcome => outcome.CutOffsPerPause), pauses, policy);
            yield return Figure("latency_as_shipped_ms", "ms", policy.Shipped.LatencyMs, turns, policy);
            yield return Figure("false_cut_offs_as_shipped", "%", policy.Shipped.CutOffsPerTurn * 100, turns, policy);
            yield return Figure("false_cut_offs_of_pauses_as_shipped", "%", policy.Shipped.CutOffsPerPause * 100, pauses, policy);
        }
        var (ours, others) = (policies[0], policies.Where(policy => !policy.Name.StartsWith("ours", StringComparison.Ordinal)).ToList());
        var led = Compared.Count(latency => others.All(other => other.CutOffsAt(latency, PerPause) is not { } cut || ours.CutOffsAt(latency, PerPause) <= cut));
        yield return BenchResult.Single("operating_points_led", "%", 100.0 * led / Compared.Length, Compared.Length, ("policy", ours.Name));
        var fixedDelay = others.First(policy => policy.Name.StartsWith("fixed", StringComparison.Ordinal));
        yield return BenchResult.Single("latency_at_5pct_of_best_fixed", "ratio",
            ours.LatencyAt(CutOffBudget, PerTurn) / fixedDelay.LatencyAt(CutOffBudget, PerTurn) ?? double.NaN, turns, ("policy", ours.Name));
        yield return BenchResult.Single("latency_at_5pct_of_pauses_of_best_fixed", "ratio",
            ours.LatencyAt(CutOffBudget, PerPause) / fixedDelay.LatencyAt(CutOffBudget, PerPause) ?? double.NaN, pauses, ("policy", ours.Name));
        var cases = points.Select((point, i) => (over[i], point.IsEnd)).ToList();
        yield return BenchResult.Single("auc", "share", Measure.Auc([.. points.Select(point => point.IsEnd)], [.. over]), points.Count, ("policy", ours.Name));
        yield return BenchResult.Single("brier", "share", Calibration.Brier(cases), points.Count, ("policy", ours.Name));
        yield return BenchResult.Single("calibration_error", "share", Calibration.Error(cases), points.Count, ("policy", ours.Name));
        yield return BenchResult.Spread("decision_us", "us", [.. OurPolicy.DecisionTimes(points)], ("policy", ours.Name));
    }

    private static double PerPause(TurnOutcome outcome) => outcome.CutOffsPerPause;

    private static double PerTurn(TurnOutcome outcome) => outcome.CutOffsPerTurn;

    private static BenchResult Figure(string name, string unit, double? value, int n, TurnPolicy policy) =>
        value is { } found ? BenchResult.Single(name, unit, found, n, ("policy", policy.Name))
            : new BenchResult(name, unit) { N = n, Labels = new Dictionary<string, object> { ["policy"] = policy.Name, ["reached"] = "by no setting" } };
}
