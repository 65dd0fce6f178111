using System.Numerics;
using RealtimeTraining.Models.Networks;

namespace RealtimeTraining.Models.Training.Hearing;

/// <summary>One stream's way through a <see cref="GatedNetwork"/> and back: so many steps at once, remembering from one time to the next.</summary>
internal sealed class GatedPass
{
    private readonly GatedWeights _weights;
    private readonly int _inputs, _hidden, _steps;
    private readonly float[] _scaled, _first, _firstOut, _gates, _back, _states, _scores;
    private readonly float[] _towardsState, _towardsFirst, _towardsGates, _towardsBack, _towardsBefore;

    public GatedPass(GatedWeights weights, int steps)
    {
        (_weights, _inputs, _hidden, _steps) = (weights, weights.Inputs, weights.Hidden, steps);
        Gradients = new GatedWeights(_inputs, _hidden);
        (Features, Targets) = (new float[steps * _inputs], new float?[steps]);
        (_scaled, _first, _firstOut, _states, _scores) = (new float[steps * _inputs], new float[steps * _hidden], new float[steps * _hidden], new float[(steps + 1) * _hidden], new float[steps]);
        (_gates, _back) = (new float[steps * 3 * _hidden], new float[steps * 3 * _hidden]);
        (_towardsState, _towardsFirst, _towardsBefore) = (new float[_hidden], new float[_hidden], new float[_hidden]);
        (_towardsGates, _towardsBack) = (new float[3 * _hidden], new float[3 * _hidden]);
    }

    /// <summary>To be filled before <see cref="Run"/>, step by step.</summary>
    public float[] Features { get; }

    /// <summary>1, 0, or null where it does not count.</summary>
    public float?[] Targets { get; }

    /// <summary>Of the last run: sums over the steps that count.</summary>
    public GatedWeights Gradients { get; }

    public double Loss { get; private set; }

    public int Counted { get; private set; }

    /// <summary>Another stream begins.</summary>
    public void Forget() => Array.Clear(_states);

    public void Run()
    {
        _states.AsSpan(_steps * _hidden, _hidden).CopyTo(_states);
        foreach (var (values, _) in Gradients.Trained)
        {
            Array.Clear(values);
        }
        (Loss, Counted) = (0, 0);
        for (var step = 0; step < _steps; step++)
        {
            Forward(step);
        }
        Array.Clear(_towardsState);
        for (var step = _steps - 1; step >= 0; step--)
        {
            Backward(step);
        }
    }

    private void Forward(int step)
    {
        var first = _first.AsSpan(step * _hidden, _hidden);
        var firstOut = _firstOut.AsSpan(step * _hidden, _hidden);
        var gates = _gates.AsSpan(step * 3 * _hidden, 3 * _hidden);
        var back = _back.AsSpan(step * 3 * _hidden, 3 * _hidden);
        var before = _states.AsSpan(step * _hidden, _hidden);
        var state = _states.AsSpan((step + 1) * _hidden, _hidden);
        _weights.FirstBias.CopyTo(first);
        var features = Features.AsSpan(step * _inputs, _inputs);
        for (var i = 0; i < _inputs; i++)
        {
            var scaled = _scaled[step * _inputs + i] = GatedNetwork.Scaled(_weights, features, i);
            GatedNetwork.AddColumn(_weights.First, i, scaled, first);
        }
        _weights.GateBias.CopyTo(gates);
        _weights.BackBias.CopyTo(back);
        for (var i = 0; i < _hidden; i++)
        {
            firstOut[i] = first[i] >= 0 ? first[i] : GatedNetwork.Leak * first[i];
            GatedNetwork.AddColumn(_weights.Gates, i, firstOut[i], gates);
            GatedNetwork.AddColumn(_weights.Back, i, before[i], back);
        }
        var score = _weights.Last[_hidden];
        for (var i = 0; i < _hidden; i++)
        {
            var update = gates[i] = GatedNetwork.Logistic(gates[i] + back[i]);
            var reset = gates[_hidden + i] = GatedNetwork.Logistic(gates[_hidden + i] + back[_hidden + i]);
            var fresh = gates[2 * _hidden + i] = MathF.Tanh(gates[2 * _hidden + i] + reset * back[2 * _hidden + i]);
            state[i] = fresh + update * (before[i] - fresh);
            score += _weights.Last[i] * state[i];
        }
        _scores[step] = score;
    }

    private void Backward(int step)
    {
        var gates = _gates.AsSpan(step * 3 * _hidden, 3 * _hidden);
        var back = _back.AsSpan(step * 3 * _hidden, 3 * _hidden);
        var before = _states.AsSpan(step * _hidden, _hidden);
        var state = _states.AsSpan((step + 1) * _hidden, _hidden);
        if (Targets[step] is { } target)
        {
            var slope = GatedNetwork.Logistic(_scores[step]) - target;
            Loss += Math.Log(1 + Math.Exp(target > 0 ? -_scores[step] : _scores[step]));
            Counted++;
            GatedNetwork.AddColumn(_weights.Last, 0, slope, _towardsState);
            GatedNetwork.AddColumn(state, slope, Gradients.Last);
            Gradients.Last[_hidden] += slope;
        }
        for (var i = 0; i < _hidden; i++)
        {
            var (update, reset, fresh, towards) = (gates[i], gates[_hidden + i], gates[2 * _hidden + i], _towardsState[i]);
            var towardsFresh = towards * (1 - update) * (1 - fresh * fresh);
            var towardsUpdate = towards * (before[i] - fresh) * update * (1 - update);
            var towardsReset = towardsFresh * back[2 * _hidden + i] * reset * (1 - reset);
            (_towardsGates[i], _towardsGates[_hidden + i], _towardsGates[2 * _hidden + i]) = (towardsUpdate, towardsReset, towardsFresh);
            (_towardsBack[i], _towardsBack[_hidden + i], _towardsBack[2 * _hidden + i]) = (towardsUpdate, towardsReset, towardsFresh * reset);
            _towardsBefore[i] = towards * update;
        }
        GatedNetwork.AddColumn(_towardsGates, 1, Gradients.GateBias);
        GatedNetwork.AddColumn(_towardsBack, 1, Gradients.BackBias);
        for (var i = 0; i < _hidden; i++)
        {
            var (column, outOf) = (i * 3 * _hidden, _first[step * _hidden + i] >= 0 ? 1 : GatedNetwork.Leak);
            GatedNetwork.AddColumn(_towardsGates, _firstOut[step * _hidden + i], Gradients.Gates.AsSpan(column, 3 * _hidden));
            GatedNetwork.AddColumn(_towardsBack, before[i], Gradients.Back.AsSpan(column, 3 * _hidden));
            _towardsFirst[i] = outOf * Dot(_weights.Gates.AsSpan(column, 3 * _hidden), _towardsGates);
            _towardsBefore[i] += Dot(_weights.Back.AsSpan(column, 3 * _hidden), _towardsBack);
        }
        GatedNetwork.AddColumn(_towardsFirst, 1, Gradients.FirstBias);
        for (var i = 0; i < _inputs; i++)
        {
            GatedNetwork.AddColumn(_towardsFirst, _scaled[step * _inputs + i], Gradients.First.AsSpan(i * _hidden, _hidden));
        }
        _towardsBefore.CopyTo(_towardsState, 0);
    }

    private static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i <= one.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sum += new Vector<float>(one[i..]) * new Vector<float>(other[i..]);
        }
        var total = Vector.Sum(sum);
        for (; i < one.Length; i++)
        {
            total += one[i] * other[i];
        }
        return total;
    }
}
