using System.Numerics;
using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Models.Training.Learning;

/// <summary>
/// AdaGrad (Duchi, Hazan, Singer 2011), example by example in a seeded order: for sets where full gradients take too long.
/// Lanes of a vector are labels and are never summed across, so that the answer does not depend on the machine's vectors.
/// </summary>
internal static class AdaGrad
{
    /// <summary>The last round's weights are averaged over this many moments of it, which quietens them.</summary>
    private const int Snapshots = 5;

    /// <param name="weights">Filled; a row a column, padded to <paramref name="stride"/>.</param>
    /// <param name="penalties">By column, what a weight is pulled back by each time its column is met.</param>
    public static void Minimise(SparseRows rows, float[] weights, float[] penalties, int stride, Func<double[], int, double> gradientOf, int labels, int epochs, float step, long seed)
    {
        var (squares, mean, taken) = (new float[weights.Length], new float[weights.Length], 0);
        Array.Fill(squares, 1e-3f);
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var random = new SeededRandom(seed);
        var (sums, scores) = (new float[stride], new double[labels]);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            var rate = step / (1 + 0.5f * epoch);
            for (var at = 0; at < order.Length; at++)
            {
                var example = order[at];
                Score(rows, example, weights, sums);
                for (var k = 0; k < labels; k++)
                {
                    scores[k] = sums[k];
                }
                gradientOf(scores, example);
                for (var k = 0; k < labels; k++)
                {
                    sums[k] = (float)scores[k];
                }
                Step(rows, example, weights, squares, penalties, sums, rate);
                if (epoch == epochs - 1 && (at + 1) % Math.Max(1, order.Length / Snapshots) == 0)
                {
                    taken++;
                    for (var i = 0; i < weights.Length; i++)
                    {
                        mean[i] += weights[i];
                    }
                }
            }
        }
        for (var i = 0; i < weights.Length && taken > 0; i++)
        {
            weights[i] = mean[i] / taken;
        }
    }

    private static void Score(SparseRows rows, int example, float[] weights, float[] sums)
    {
        Array.Clear(sums);
        for (var i = rows.Starts[example]; i < rows.Starts[example + 1]; i++)
        {
            var (row, value) = (rows.Columns[i] * sums.Length, rows.Values[i]);
            for (var k = 0; k < sums.Length; k += Vector<float>.Count)
            {
                (new Vector<float>(sums, k) + new Vector<float>(weights, row + k) * value).CopyTo(sums, k);
            }
        }
    }

    private static void Step(SparseRows rows, int example, float[] weights, float[] squares, float[] penalties, float[] errors, float rate)
    {
        for (var i = rows.Starts[example]; i < rows.Starts[example + 1]; i++)
        {
            var (column, value) = (rows.Columns[i], rows.Values[i]);
            for (int k = 0, at = column * errors.Length; k < errors.Length; k += Vector<float>.Count, at += Vector<float>.Count)
            {
                var weight = new Vector<float>(weights, at);
                var gradient = new Vector<float>(errors, k) * value + weight * penalties[column];
                var square = new Vector<float>(squares, at) + gradient * gradient;
                square.CopyTo(squares, at);
                (weight - gradient * rate / Vector.SquareRoot(square)).CopyTo(weights, at);
            }
        }
    }
}

/// <summary>Examples as rows of columns and values; the bias is a column like others.</summary>
internal sealed record SparseRows(int[] Starts, int[] Columns, float[] Values)
{
    public int Count => Starts.Length - 1;
}
