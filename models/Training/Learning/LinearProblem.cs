using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Training.Learning;

/// <summary>A part of a training set, its columns renumbered to those worth a weight, and the loss over it.</summary>
internal sealed class LinearProblem
{
    /// <summary>Fixed, so that sums are the same whatever the machine has.</summary>
    private const int Chunks = 2;

    private readonly LinearOptions _options;
    private readonly int _labels;
    private readonly int[] _starts;
    private readonly int[] _columns;
    private readonly float[] _values;
    private readonly float[] _targets;
    private readonly double[] _counts;
    private readonly double _total;
    private readonly double[][] _gradients;

    public LinearProblem(TrainingSet set, IReadOnlyList<int> examples, LinearOptions options)
    {
        (_options, _labels) = (options, set.Labels);
        (Columns, ColumnScales) = ChooseColumns(set, examples, options);
        DenseScales = ScaleDense(set, examples, options);
        var compact = new int[1 << set.Bits];
        for (var i = 0; i < Columns.Length; i++)
        {
            compact[Columns[i]] = i + 1;
        }
        _starts = new int[examples.Count + 1];
        var (columns, values) = (new List<int>(), new List<float>());
        for (var e = 0; e < examples.Count; e++)
        {
            var from = set.Columns(examples[e]);
            var amounts = set.Values(examples[e]);
            var dense = set.Dense(examples[e]);
            for (var i = 0; i < from.Length; i++)
            {
                if (compact[from[i]] is > 0 and var column)
                {
                    columns.Add(column - 1);
                    values.Add(amounts[i] * ColumnScales[column - 1]);
                }
            }
            for (var d = 0; d < dense.Length; d++)
            {
                if (dense[d] != 0)
                {
                    columns.Add(Columns.Length + d);
                    values.Add(dense[d] * DenseScales[d]);
                }
            }
            _starts[e + 1] = columns.Count;
        }
        (_columns, _values) = ([.. columns], [.. values]);
        _targets = [.. examples.SelectMany(set.Targets)];
        _counts = CountsOf(set, examples, options);
        _total = _counts.Sum();
        Size = (Columns.Length + DenseScales.Length + 1) * _labels;
        _gradients = [.. Enumerable.Range(0, Chunks).Select(_ => new double[Size])];
    }

    public int[] Columns { get; }

    public float[] ColumnScales { get; }

    public float[] DenseScales { get; }

    /// <summary>Weights: column by column, the dense ones, the bias; for each a number a label.</summary>
    public int Size { get; }

    public double Evaluate(double[] weights, double[] gradient)
    {
        var losses = new double[Chunks];
        Parallel.For(0, Chunks, chunk => losses[chunk] = Part(weights, _gradients[chunk], chunk));
        var (loss, bias) = (losses.Sum(), Size - _labels);
        for (var i = 0; i < Size; i++)
        {
            var sum = 0.0;
            for (var chunk = 0; chunk < Chunks; chunk++)
            {
                sum += _gradients[chunk][i];
            }
            var pull = i < bias ? _options.L2 * weights[i] : 0;
            loss += 0.5 * pull * weights[i];
            gradient[i] = sum + pull;
        }
        return loss;
    }

    private double Part(double[] weights, double[] gradient, int chunk)
    {
        Array.Clear(gradient);
        var examples = _starts.Length - 1;
        var (scores, loss, bias) = (new double[_labels], 0.0, Size - _labels);
        for (var e = (int)((long)examples * chunk / Chunks); e < (int)((long)examples * (chunk + 1) / Chunks); e++)
        {
            Array.Copy(weights, bias, scores, 0, _labels);
            for (var i = _starts[e]; i < _starts[e + 1]; i++)
            {
                var row = weights.AsSpan(_columns[i] * _labels, _labels);
                var value = _values[i];
                for (var k = 0; k < row.Length; k++)
                {
                    scores[k] += value * row[k];
                }
            }
            loss += Losses.Of(_options.Kind, scores, _targets.AsSpan(e * _labels, _labels), _counts[e] / _total);
            for (var i = _starts[e]; i < _starts[e + 1]; i++)
            {
                var row = gradient.AsSpan(_columns[i] * _labels, _labels);
                var value = _values[i];
                for (var k = 0; k < row.Length; k++)
                {
                    row[k] += value * scores[k];
                }
            }
            for (var k = 0; k < _labels; k++)
            {
                gradient[bias + k] += scores[k];
            }
        }
        return loss;
    }

    /// <summary>A minimum by <see cref="AdaGrad"/>, in the order of <see cref="Evaluate"/>.</summary>
    public double[] Descend(int epochs)
    {
        // Wide enough for any machine's vectors.
        var stride = (_labels + 15) / 16 * 16;
        var (rows, columns) = (WithBias(), Size / _labels);
        var (weights, penalties, seen) = (new float[columns * stride], new float[columns], new int[columns]);
        foreach (var column in rows.Columns)
        {
            seen[column]++;
        }
        for (var column = 0; column < columns - 1; column++)
        {
            penalties[column] = (float)Math.Min(0.5, _options.L2 * rows.Count / Math.Max(1, seen[column]));
        }
        var mean = _total / rows.Count;
        AdaGrad.Minimise(rows, weights, penalties, stride,
            (scores, e) => Losses.Of(_options.Kind, scores, _targets.AsSpan(e * _labels, _labels), _counts[e] / mean), _labels, epochs, _options.Step, seed: 5);
        return [.. Enumerable.Range(0, Size).Select(i => (double)weights[i / _labels * stride + i % _labels])];
    }

    private SparseRows WithBias()
    {
        var (starts, columns, values) = (new int[_starts.Length], new int[_columns.Length + _starts.Length - 1], new float[_columns.Length + _starts.Length - 1]);
        for (var e = 0; e < _starts.Length - 1; e++)
        {
            var length = _starts[e + 1] - _starts[e];
            Array.Copy(_columns, _starts[e], columns, starts[e], length);
            Array.Copy(_values, _starts[e], values, starts[e], length);
            (columns[starts[e] + length], values[starts[e] + length]) = (Size / _labels - 1, 1);
            starts[e + 1] = starts[e] + length + 1;
        }
        return new SparseRows(starts, columns, values);
    }

    private static (int[] Columns, float[] Scales) ChooseColumns(TrainingSet set, IReadOnlyList<int> examples, LinearOptions options)
    {
        var (seen, last) = (new int[1 << set.Bits], new int[1 << set.Bits]);
        for (var e = 0; e < examples.Count; e++)
        {
            foreach (var column in set.Columns(examples[e]))
            {
                if (last[column] != e + 1)
                {
                    (last[column], seen[column]) = (e + 1, seen[column] + 1);
                }
            }
        }
        int[] columns = [.. Enumerable.Range(0, seen.Length).Where(column => seen[column] >= options.MinExamples && options.BlockScale(set.BlockOf(column)) > 0)];
        return (columns, [.. columns.Select(column => options.BlockScale(set.BlockOf(column))
            * (float)Math.Pow(Math.Log((1.0 + examples.Count) / seen[column]) + 0.1, options.Rareness))]);
    }

    /// <summary>One over the standard deviation.</summary>
    private static float[] ScaleDense(TrainingSet set, IReadOnlyList<int> examples, LinearOptions options)
    {
        var (sums, squares) = (new double[set.DenseCount], new double[set.DenseCount]);
        foreach (var example in examples)
        {
            var dense = set.Dense(example);
            for (var d = 0; d < dense.Length; d++)
            {
                sums[d] += dense[d];
                squares[d] += (double)dense[d] * dense[d];
            }
        }
        return [.. sums.Select((sum, d) => (squares[d] / examples.Count) - (sum / examples.Count * sum / examples.Count))
            .Select(variance => variance > 1e-8 ? (float)(options.DenseScale / Math.Sqrt(variance)) : 0f)];
    }

    private static double[] CountsOf(TrainingSet set, IReadOnlyList<int> examples, LinearOptions options)
    {
        var totals = new double[set.Labels];
        foreach (var example in examples)
        {
            for (var k = 0; k < totals.Length; k++)
            {
                totals[k] += set.Targets(example)[k] * set.CountsFor(example);
            }
        }
        var mean = totals.Sum() / totals.Length;
        return [.. examples.Select(example => set.CountsFor(example) * (options.Kind == LinearKind.OneOf && options.Balance > 0
            ? set.Targets(example).Select((target, k) => target * Math.Pow(mean / Math.Max(1, totals[k]), options.Balance)).Sum() : 1))];
    }
}
