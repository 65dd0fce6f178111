using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Training.Data;

namespace RealtimeTraining.Models.Training.Tasks;

/// <summary>A figure that a task is measured by.</summary>
/// <param name="Name">macro_f1, auc, ...</param>
/// <param name="Task">As the table has it.</param>
/// <param name="Published">The columns "linear", "aim" and "BERT-class" of the table; empty where there is none.</param>
/// <param name="File">The file it is taken on; null for any.</param>
/// <param name="Of">From cases, the scores of each and the model's choices.</param>
public sealed record TaskFigure(string Name, string Task, string[] Published, string? File, Func<IReadOnlyList<TaskCase>, IReadOnlyList<float[]>, Choices, double> Of);

/// <summary>How scores become choices: the offsets of a model.</summary>
public sealed record Choices(LinearKind Kind, IReadOnlyList<float> Offsets)
{
    public int Best(float[] scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var best = 0;
        for (var k = 1; k < scores.Length; k++)
        {
            best = scores[k] + Offsets[k] > scores[best] + Offsets[best] ? k : best;
        }
        return best;
    }

    public bool Has(float[] scores, int label) => scores[label] >= Offsets[label];
}
