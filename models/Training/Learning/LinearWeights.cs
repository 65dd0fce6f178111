using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Training.Learning;

/// <summary>Trained weights before they are made small.</summary>
/// <param name="columns">Ascending.</param>
/// <param name="sparse">For each column a weight a label.</param>
/// <param name="dense">For each dense feature a weight a label.</param>
public sealed class LinearWeights(int bits, int labels, int[] columns, float[] sparse, float[] dense, float[] bias)
{
    private readonly int[] _rows = RowsOf(bits, columns);

    public float[] Score(TrainingSet set, int example)
    {
        ArgumentNullException.ThrowIfNull(set);
        var scores = (float[])bias.Clone();
        var from = set.Columns(example);
        var values = set.Values(example);
        var extra = set.Dense(example);
        for (var i = 0; i < from.Length; i++)
        {
            for (int k = 0, row = _rows[from[i]] * labels; row >= 0 && k < labels; k++)
            {
                scores[k] += values[i] * sparse[row + k];
            }
        }
        for (var i = 0; i < extra.Length * labels; i++)
        {
            scores[i % labels] += extra[i / labels] * dense[i];
        }
        return scores;
    }

    /// <summary>Eight bits a weight, and of the weights the largest that fit.</summary>
    /// <param name="maxWeights">How many weights are kept; a weight is about two bytes of the file.</param>
    public LinearModel Quantise(LinearModelHeader header, int maxWeights = 250_000)
    {
        ArgumentNullException.ThrowIfNull(header);
        var scales = new float[labels];
        for (var i = 0; i < sparse.Length; i++)
        {
            scales[i % labels] = Math.Max(scales[i % labels], Math.Abs(sparse[i]));
        }
        for (var k = 0; k < labels; k++)
        {
            scales[k] = scales[k] > 0 ? scales[k] / 127 : 1;
        }
        var least = Least(maxWeights);
        var (kept, bytes) = (new List<int>(), new List<sbyte>());
        for (var row = 0; row < columns.Length; row++)
        {
            var small = Enumerable.Range(0, labels).Select(k => Math.Abs(sparse[row * labels + k]) < least ? (sbyte)0
                : (sbyte)MathF.Round(sparse[row * labels + k] / scales[k])).ToArray();
            if (small.Any(weight => weight != 0))
            {
                kept.Add(columns[row]);
                bytes.AddRange(small);
            }
        }
        return new LinearModel(header, [.. kept], [.. bytes], scales, bias, dense);
    }

    private float Least(int maxWeights)
    {
        if (sparse.Length <= maxWeights)
        {
            return 0;
        }
        var sizes = sparse.Select(Math.Abs).ToArray();
        Array.Sort(sizes);
        return sizes[^maxWeights];
    }

    private static int[] RowsOf(int bits, int[] columns)
    {
        var rows = new int[1 << bits];
        Array.Fill(rows, -1);
        for (var i = 0; i < columns.Length; i++)
        {
            rows[columns[i]] = i;
        }
        return rows;
    }
}
