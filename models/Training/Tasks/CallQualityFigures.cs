using RealtimeTraining.Models.Training.Measures;

namespace RealtimeTraining.Models.Training.Tasks;

internal static class CallQualityFigures
{
    public static IReadOnlyList<TaskFigure> All { get; } =
    [
        TaskFigures.Auc("annomi_call_quality", ".92", ".95", ""),
        new("balanced_accuracy", "annomi_call_quality", ["", ".85", ""], null, (cases, scores, choices) =>
            Measure.BalancedAccuracy([.. cases.Select(one => one.Right == 1)], [.. scores.Select(score => choices.Best(score) == 1)])),
    ];
}
