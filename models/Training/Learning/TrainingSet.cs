using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Training.Learning;

/// <summary>Examples as the trainer reads them: columns and values row after row, dense features, and what is right.</summary>
/// <param name="labels">Targets an example.</param>
/// <param name="bits">Columns are the highest bits of a feature's hash.</param>
public sealed class TrainingSet(int labels, int bits = 18)
{
    private readonly List<long> _starts = [0];
    private int[] _columns = new int[1 << 16];
    private float[] _values = new float[1 << 16];
    private readonly byte[] _blockOf = new byte[1 << bits];
    private readonly List<float[]> _dense = [];
    private readonly List<float[]> _targets = [];
    private readonly List<float> _counts = [];

    public int Labels => labels;

    public int Bits => bits;

    public int Count => _targets.Count;

    public int DenseCount => _dense.Count > 0 ? _dense[0].Length : 0;

    /// <param name="targets">A 1 for the right label (0 to 1 where people disagree), or the number.</param>
    /// <param name="counts">How much the example counts.</param>
    public void Add(FeatureVector vector, IReadOnlyList<float> targets, float counts = 1)
    {
        ArgumentNullException.ThrowIfNull(vector);
        ArgumentNullException.ThrowIfNull(targets);
        if (targets.Count != labels || (_dense.Count > 0 && vector.DenseCount != DenseCount))
        {
            throw new ArgumentException($"An example has {labels} targets and {DenseCount} dense features here, not {targets.Count} and {vector.DenseCount}.", nameof(targets));
        }
        var start = _starts[^1];
        while (start + vector.Count > _columns.Length)
        {
            Array.Resize(ref _columns, _columns.Length * 2);
            Array.Resize(ref _values, _values.Length * 2);
        }
        for (var i = 0; i < vector.Count; i++)
        {
            var column = (int)(vector.Hashes[i] >> (32 - bits));
            (_columns[start + i], _values[start + i], _blockOf[column]) = (column, vector.Values[i], vector.Blocks[i]);
        }
        _starts.Add(start + vector.Count);
        _dense.Add(vector.Dense.ToArray());
        _targets.Add([.. targets]);
        _counts.Add(counts);
    }

    public float[] Targets(int example) => _targets[example];

    public float CountsFor(int example) => _counts[example];

    /// <summary>What a model in its final form says about an example.</summary>
    public float[] Score(LinearModel model, int example)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Header.Bits == bits ? model.Score(Columns(example), Values(example), Dense(example))
            : throw new ArgumentException($"{model.Name} has columns of {model.Header.Bits} bits, the set of {bits}.", nameof(model));
    }

    internal float[] Dense(int example) => _dense[example];

    internal byte BlockOf(int column) => _blockOf[column];

    internal ReadOnlySpan<int> Columns(int example) => _columns.AsSpan((int)_starts[example], (int)(_starts[example + 1] - _starts[example]));

    internal ReadOnlySpan<float> Values(int example) => _values.AsSpan((int)_starts[example], (int)(_starts[example + 1] - _starts[example]));
}
