namespace RealtimeTraining.Models.Language.Linear;

/// <summary>A sparse linear model with weights of 8 bits. Immutable and thread-safe; scoring allocates nothing.</summary>
public sealed class LinearModel
{
    private readonly int _labels;
    private readonly int _shift;

    /// <summary>A bit for each column that has weights: most features have none, and the bits stay close to the processor.</summary>
    private readonly ulong[] _known;

    /// <summary>The row of weights of each column, 0 where a column has none.</summary>
    private readonly int[] _rows;
    private readonly sbyte[] _weights;
    private readonly float[] _scales;
    private readonly float[] _bias;
    private readonly float[] _dense;

    internal LinearModel(LinearModelHeader header, int[] columns, sbyte[] weights, float[] scales, float[] bias, float[] dense)
    {
        (Header, Columns, _scales, _bias, _dense) = (header, columns, scales, bias, dense);
        _labels = header.Labels.Count;
        _shift = 32 - header.Bits;
        _rows = new int[1 << header.Bits];
        _known = new ulong[((1 << header.Bits) + 63) / 64];
        _weights = new sbyte[weights.Length + _labels];
        weights.CopyTo(_weights, _labels);
        for (var i = 0; i < columns.Length; i++)
        {
            _rows[columns[i]] = (i + 1) * _labels;
            _known[columns[i] >> 6] |= 1UL << columns[i];
        }
    }

    public LinearModelHeader Header { get; }

    public string Name => Header.Name;

    public IReadOnlyList<string> Labels => Header.Labels;

    internal int[] Columns { get; }

    internal ReadOnlySpan<sbyte> Weights => _weights.AsSpan(_labels);

    internal float[] Scales => _scales;

    internal float[] Bias => _bias;

    internal float[] DenseWeights => _dense;

    /// <summary>One score a label.</summary>
    /// <exception cref="ArgumentException">Not as many dense features as the model was trained with.</exception>
    public void Score(FeatureVector vector, Span<float> scores)
    {
        ArgumentNullException.ThrowIfNull(vector);
        if (vector.DenseCount != Header.Dense || scores.Length != _labels)
        {
            throw new ArgumentException($"{Name} takes {Header.Dense} dense features and gives {_labels} scores, not {vector.DenseCount} and {scores.Length}.", nameof(vector));
        }
        var hashes = vector.Hashes;
        var values = vector.Values;
        var (labels, known) = (_labels, _known);
        scores.Clear();
        for (var i = 0; i < hashes.Length; i++)
        {
            var column = (int)(hashes[i] >> _shift);
            if ((known[column >> 6] >> column & 1) != 0)
            {
                var value = values[i];
                var weights = _weights.AsSpan(_rows[column], labels);
                for (var k = 0; k < scores.Length; k++)
                {
                    scores[k] += value * weights[k];
                }
            }
        }
        Finish(vector.Dense, scores);
    }

    /// <summary>Of an example as the trainer keeps it: columns in place of hashes.</summary>
    internal float[] Score(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, ReadOnlySpan<float> dense)
    {
        var scores = new float[_labels];
        for (var i = 0; i < columns.Length; i++)
        {
            for (int k = 0, row = _rows[columns[i]]; row > 0 && k < scores.Length; k++)
            {
                scores[k] += values[i] * _weights[row + k];
            }
        }
        Finish(dense, scores);
        return scores;
    }

    private void Finish(ReadOnlySpan<float> dense, Span<float> scores)
    {
        for (var k = 0; k < scores.Length; k++)
        {
            scores[k] = scores[k] * _scales[k] + _bias[k];
        }
        for (var d = 0; d < dense.Length; d++)
        {
            for (var k = 0; k < scores.Length; k++)
            {
                scores[k] += dense[d] * _dense[d * _labels + k];
            }
        }
    }

    /// <summary>Scores into calibrated probabilities; numbers stay as they are.</summary>
    public void Probabilities(ReadOnlySpan<float> scores, Span<float> probabilities)
    {
        if (Header.Kind == LinearKind.Number)
        {
            scores.CopyTo(probabilities);
            return;
        }
        var (max, sum) = (float.MinValue, 0f);
        foreach (var score in scores)
        {
            max = Math.Max(max, score / Header.Temperature);
        }
        for (var k = 0; k < scores.Length; k++)
        {
            var score = scores[k] / Header.Temperature;
            probabilities[k] = Header.Kind == LinearKind.OneOf ? MathF.Exp(score - max) : 1 / (1 + MathF.Exp(-score));
            sum += probabilities[k];
        }
        for (var k = 0; Header.Kind == LinearKind.OneOf && k < scores.Length; k++)
        {
            probabilities[k] /= sum;
        }
    }

    /// <summary>The label with the highest score, offsets added.</summary>
    public int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var k = 1; k < scores.Length; k++)
        {
            best = scores[k] + Header.Offsets[k] > scores[best] + Header.Offsets[best] ? k : best;
        }
        return best;
    }

    /// <summary>Whether the label is there.</summary>
    public bool Has(ReadOnlySpan<float> scores, int label) => scores[label] >= Header.Offsets[label];
}
