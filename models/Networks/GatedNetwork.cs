using System.Numerics;

namespace RealtimeTraining.Models.Networks;

/// <summary>
/// A small recurrent network that reads a stream of features and says after each step how likely something is: one layer, one layer of gated
/// recurrent units (K. Cho et al. 2014, the reset gate after the product as in cuDNN), one logistic output. Thread-safe: what a
/// stream remembers is in its <see cref="GatedMemory"/>. A step allocates nothing.
/// </summary>
public sealed class GatedNetwork
{
    /// <summary>Below zero the first layer lets this share through.</summary>
    public const float Leak = 0.1f;

    /// <summary>Scaled features are cut off here, so that no sound can make the network lose its senses.</summary>
    public const float MostScaled = 6;

    private readonly GatedWeights _weights;

    public GatedNetwork(GatedHeader header, GatedWeights weights)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(weights);
        if (header.Inputs != weights.Inputs || header.Hidden != weights.Hidden)
        {
            throw new ArgumentException($"{header.Name} has weights of another size than its header says.", nameof(weights));
        }
        (Header, _weights) = (header, weights);
    }

    public GatedHeader Header { get; }

    internal GatedWeights Weights => _weights;

    /// <summary>For one stream, before its first step.</summary>
    public GatedMemory NewMemory() => new(_weights.Hidden);

    /// <summary>Takes one step.</summary>
    /// <param name="features">As many as the header says. What is no number counts as the mean.</param>
    /// <returns>0 to 1.</returns>
    public float Step(ReadOnlySpan<float> features, GatedMemory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        if (features.Length != _weights.Inputs || memory.State.Length != _weights.Hidden)
        {
            throw new ArgumentException($"{Header.Name} takes {_weights.Inputs} features, not {features.Length}, and a memory of its own.", nameof(features));
        }
        var (hidden, first, gates, back, state) = (_weights.Hidden, memory.First, memory.Gates, memory.Back, memory.State);
        _weights.FirstBias.CopyTo(first, 0);
        for (var i = 0; i < features.Length; i++)
        {
            AddColumn(_weights.First, i, Scaled(_weights, features, i), first);
        }
        _weights.GateBias.CopyTo(gates, 0);
        _weights.BackBias.CopyTo(back, 0);
        for (var i = 0; i < hidden; i++)
        {
            AddColumn(_weights.Gates, i, first[i] >= 0 ? first[i] : Leak * first[i], gates);
            AddColumn(_weights.Back, i, state[i], back);
        }
        var score = _weights.Last[hidden];
        for (var i = 0; i < hidden; i++)
        {
            var update = Logistic(gates[i] + back[i]);
            var reset = Logistic(gates[hidden + i] + back[hidden + i]);
            var fresh = MathF.Tanh(gates[2 * hidden + i] + reset * back[2 * hidden + i]);
            state[i] = fresh + update * (state[i] - fresh);
            score += _weights.Last[i] * state[i];
        }
        return Logistic(score);
    }

    internal static float Scaled(GatedWeights weights, ReadOnlySpan<float> features, int i)
    {
        var scaled = (features[i] - weights.Means[i]) * weights.Scales[i];
        return float.IsNaN(scaled) ? 0 : Math.Clamp(scaled, -MostScaled, MostScaled);
    }

    internal static float Logistic(float score) => 1 / (1 + MathF.Exp(-score));

    /// <summary>Adds a multiple of a column of a matrix that has as many rows as there are sums.</summary>
    internal static void AddColumn(float[] matrix, int column, float times, Span<float> sums) =>
        AddColumn(matrix.AsSpan(column * sums.Length, sums.Length), times, sums);

    /// <summary>Adds a multiple of a column. Sum by sum, so that they are the same however wide the processor's vectors are.</summary>
    /// <param name="sums">At least as many as the column has values.</param>
    internal static void AddColumn(ReadOnlySpan<float> column, float times, Span<float> sums)
    {
        var i = 0;
        for (var factor = new Vector<float>(times); i <= column.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (new Vector<float>(sums[i..]) + factor * new Vector<float>(column[i..])).CopyTo(sums[i..]);
        }
        for (; i < column.Length; i++)
        {
            sums[i] += times * column[i];
        }
    }
}
