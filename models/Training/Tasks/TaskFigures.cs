using RealtimeTraining.Models.Training.Data;
using RealtimeTraining.Models.Training.Measures;

namespace RealtimeTraining.Models.Training.Tasks;

internal static class TaskFigures
{
    public static TaskFigure MacroF1(string task, params string[] published) => new("macro_f1", task, published, null, (cases, scores, choices) =>
        Measure.MacroF1([.. cases.Select(one => one.Right)], [.. scores.Select(choices.Best)], cases.Count > 0 ? cases[0].Targets.Length : 0));

    public static TaskFigure Accuracy(string task, params string[] published) => new("accuracy", task, published, null, (cases, scores, choices) =>
        Measure.Accuracy([.. cases.Select(one => one.Right)], [.. scores.Select(choices.Best)]));

    /// <summary>The mean over labels of the F1 of each.</summary>
    public static TaskFigure LabelF1(string task, params string[] published) => new("macro_f1", task, published, null, (cases, scores, choices) =>
        Enumerable.Range(0, cases.Count > 0 ? cases[0].Targets.Length : 0)
            .Select(k => Measure.F1([.. cases.Select(one => one.Targets[k] > 0.5f)], [.. scores.Select(score => choices.Has(score, k))]))
            .Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average());

    /// <summary>F1 of the second of two labels.</summary>
    public static TaskFigure F1(string task, params string[] published) => new("f1", task, published, null, (cases, scores, choices) =>
        Measure.F1([.. cases.Select(one => one.Right == 1)], [.. scores.Select(score => choices.Best(score) == 1)]));

    /// <summary>Of the second of two labels.</summary>
    public static TaskFigure Auc(string task, params string[] published) => new("auc", task, published, null, (cases, scores, _) =>
        Measure.Auc([.. cases.Select(one => one.Right == 1)], [.. scores.Select(score => score[1] - score[0])]));

    public static TaskFigure Spearman(string task, string file, params string[] published) => new("spearman", task, published, file, (cases, scores, _) =>
        Measure.Spearman([.. cases.Select(one => one.Targets[0])], [.. scores.Select(score => score[0])]));

    /// <summary>Of the highest and the lowest quarter, how many are told apart at the middle of what was said about both.</summary>
    public static TaskFigure Quartiles(string task, string file, params string[] published) => new("accuracy", task, published, file, (cases, scores, choices) =>
    {
        var order = Enumerable.Range(0, cases.Count).OrderBy(i => cases[i].Targets[0]).ToArray();
        int[] ends = [.. order[..(order.Length / 4)], .. order[^(order.Length / 4)..]];
        var middle = ends.Length > 0 ? ends.Select(i => scores[i][0]).Order().ElementAt(ends.Length / 2) : 0;
        _ = choices;
        return Measure.Accuracy([.. ends.Select((_, i) => i < ends.Length / 2 ? 0 : 1)], [.. ends.Select(i => scores[i][0] >= middle ? 1 : 0)]);
    });
}
