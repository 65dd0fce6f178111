using RealtimeTraining.Models.Language;
using RealtimeTraining.Models.Networks;

namespace RealtimeTraining.Models.Training.Hearing;

/// <summary>
/// Trains a <see cref="GatedNetwork"/> on several streams at once by truncated backpropagation through time, with Adam
/// (D. Kingma, J. Ba 2015) and a rate that falls as half a cosine. The same seed gives the same bytes, on however many cores.
/// </summary>
internal sealed class GatedTrainer
{
    private const double FirstRate = 3e-3, LastRate = 5e-5;
    private const double KeepMean = 0.9, KeepSquare = 0.999;
    private const float MostGradient = 1;

    private readonly GatedWeights _weights;
    private readonly GatedPass[] _passes;
    private readonly double[][] _means, _squares;
    private int _step;

    public GatedTrainer(int inputs, int hidden, int streams, int steps, long seed)
    {
        _weights = new GatedWeights(inputs, hidden);
        _passes = [.. Enumerable.Range(0, streams).Select(_ => new GatedPass(_weights, steps))];
        _means = [.. _weights.Trained.Select(one => new double[one.Values.Length])];
        _squares = [.. _weights.Trained.Select(one => new double[one.Values.Length])];
        var random = new SeededRandom(seed);
        foreach (var (values, reach) in new[] { (_weights.First, Math.Sqrt(3.0 / inputs)), (_weights.Gates, Math.Sqrt(3.0 / hidden)), (_weights.Back, Math.Sqrt(1.5 / hidden)), (_weights.Last, Math.Sqrt(1.0 / hidden)) })
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = (float)(reach * (2 * random.NextDouble() - 1));
            }
        }
        // To remember is the habit at first.
        Array.Fill(_weights.GateBias, 1f, 0, hidden);
    }

    public GatedWeights Weights => _weights;

    public IReadOnlyList<GatedPass> Streams => _passes;

    /// <summary>One step of learning from what the streams hold.</summary>
    /// <param name="progress">0 at the beginning to 1 at the end.</param>
    /// <returns>Mean loss a frame, in nats.</returns>
    public double Learn(double progress)
    {
        Parallel.ForEach(_passes, pass => pass.Run());
        var frames = Math.Max(1, _passes.Sum(pass => pass.Counted));
        var rate = LastRate + (FirstRate - LastRate) * 0.5 * (1 + Math.Cos(Math.PI * progress));
        _step++;
        var trained = _weights.Trained;
        var gradients = _passes.Select(pass => pass.Gradients.Trained).ToList();
        var norm = 0.0;
        for (var part = 0; part < trained.Count; part++)
        {
            var sum = gradients[0][part].Values;
            for (var stream = 1; stream < gradients.Count; stream++)
            {
                for (var i = 0; i < sum.Length; i++)
                {
                    sum[i] += gradients[stream][part].Values[i];
                }
            }
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] /= frames;
                norm += (double)sum[i] * sum[i];
            }
        }
        var shrink = Math.Min(1, MostGradient / Math.Sqrt(norm + 1e-12));
        for (var part = 0; part < trained.Count; part++)
        {
            Move(trained[part].Values, gradients[0][part].Values, _means[part], _squares[part], rate, shrink);
        }
        return _passes.Sum(pass => pass.Loss) / frames;
    }

    private void Move(float[] values, float[] gradient, double[] means, double[] squares, double rate, double shrink)
    {
        var (full, fullSquare) = (1 - Math.Pow(KeepMean, _step), 1 - Math.Pow(KeepSquare, _step));
        for (var i = 0; i < values.Length; i++)
        {
            var slope = gradient[i] * shrink;
            means[i] = KeepMean * means[i] + (1 - KeepMean) * slope;
            squares[i] = KeepSquare * squares[i] + (1 - KeepSquare) * slope * slope;
            values[i] -= (float)(rate * (means[i] / full) / (Math.Sqrt(squares[i] / fullSquare) + 1e-8));
        }
    }
}
