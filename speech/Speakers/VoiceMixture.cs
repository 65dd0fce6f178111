using System.Numerics;

namespace RealtimeTraining.Speech.Speakers;

/// <summary>
/// What a voice sounds like: a mixture of Gaussians with diagonal covariances, made by expectation and maximisation
/// (A. Dempster, N. Laird, D. Rubin 1977). The same steps make the same mixture.
/// </summary>
internal sealed class VoiceMixture
{
    private const int Rounds = 3;
    private const int LastRounds = 5;

    // Of a standard deviation.
    private const float Aside = 0.2f;

    // A Gaussian of fewer would be chance.
    private const int LeastSteps = 20;

    private const float LeastVariance = 0.05f;

    // The logarithm of a share that changes nothing.
    private const float Negligible = -9;

    private readonly int dims;
    private readonly float[] means;
    private readonly float[] precisions;
    private readonly float[] offsets;
    private readonly double[] weights;

    private VoiceMixture(int parts, int dims) =>
        (this.dims, Parts, means, precisions, offsets, weights) = (dims, parts, new float[parts * dims], new float[parts * dims], new float[parts], new double[parts]);

    public int Parts { get; }

    /// <summary>From one Gaussian, each split in two until there are enough (Y. Linde, A. Buzo, R. Gray 1980).</summary>
    /// <param name="steps">All features, <paramref name="dims"/> numbers a step; their variances lie about 1.</param>
    /// <param name="chosen">Which steps to learn from; not empty.</param>
    public static VoiceMixture Learn(float[] steps, int dims, IReadOnlyList<int> chosen, int parts)
    {
        var most = Math.Clamp(parts, 1, Math.Max(1, chosen.Count / LeastSteps));
        var mixture = new VoiceMixture(1, dims);
        mixture.precisions.AsSpan().Fill(1);
        mixture.Improve(steps, chosen);
        while (mixture.Parts < most)
        {
            mixture = mixture.Split(Math.Min(most, 2 * mixture.Parts));
            for (var round = 0; round < (mixture.Parts == most ? LastRounds : Rounds); round++)
            {
                mixture.Improve(steps, chosen);
            }
        }
        return mixture;
    }

    /// <summary>The logarithm of how likely the step is.</summary>
    public float Score(ReadOnlySpan<float> step, Span<float> scores)
    {
        var best = float.NegativeInfinity;
        for (var part = 0; part < Parts; part++)
        {
            scores[part] = offsets[part] - 0.5f * Distance(step, part);
            best = Math.Max(best, scores[part]);
        }
        var sum = 0f;
        for (var part = 0; part < Parts; part++)
        {
            var apart = scores[part] - best;
            sum += apart > Negligible ? MathF.Exp(apart) : 0;
        }
        return best + MathF.Log(sum);
    }

    private float Distance(ReadOnlySpan<float> step, int part)
    {
        var mean = means.AsSpan(part * dims, dims);
        var precision = precisions.AsSpan(part * dims, dims);
        var sums = Vector<float>.Zero;
        var i = 0;
        for (; i <= dims - Vector<float>.Count; i += Vector<float>.Count)
        {
            var apart = new Vector<float>(step[i..]) - new Vector<float>(mean[i..]);
            sums += apart * apart * new Vector<float>(precision[i..]);
        }
        var sum = Vector.Sum(sums);
        for (; i < dims; i++)
        {
            var apart = step[i] - mean[i];
            sum += apart * apart * precision[i];
        }
        return sum;
    }

    /// <summary>The heaviest parts become two, a little to each side of where they were.</summary>
    private VoiceMixture Split(int parts)
    {
        var split = new VoiceMixture(parts, dims);
        var heaviest = Enumerable.Range(0, Parts).OrderByDescending(part => weights[part]).ThenBy(part => part).Take(parts - Parts).ToHashSet();
        for (int part = 0, at = 0; part < Parts; part++)
        {
            var two = heaviest.Contains(part);
            for (var side = two ? -1 : 0; side <= 1; side += 2)
            {
                for (var i = 0; i < dims; i++)
                {
                    var precision = precisions[part * dims + i];
                    split.means[at * dims + i] = means[part * dims + i] + side * Aside / MathF.Sqrt(precision);
                    split.precisions[at * dims + i] = precision;
                }
                split.Weigh(at++, weights[part] / (two ? 2 : 1));
                if (!two)
                {
                    break;
                }
            }
        }
        return split;
    }

    private void Improve(float[] steps, IReadOnlyList<int> chosen)
    {
        var counts = new double[Parts];
        var sums = new float[Parts * dims];
        var squares = new float[Parts * dims];
        var scores = new float[Parts];
        foreach (var at in chosen)
        {
            var step = steps.AsSpan(at * dims, dims);
            var all = Score(step, scores);
            for (var part = 0; part < Parts; part++)
            {
                if (scores[part] - all < Negligible)
                {
                    continue;
                }
                var share = MathF.Exp(scores[part] - all);
                counts[part] += share;
                Add(step, share, sums.AsSpan(part * dims, dims), squares.AsSpan(part * dims, dims));
            }
        }
        for (var part = 0; part < Parts; part++)
        {
            if (counts[part] < 2)
            {
                (offsets[part], weights[part]) = (float.NegativeInfinity, 0);
                continue;
            }
            for (var i = 0; i < dims; i++)
            {
                var mean = sums[part * dims + i] / counts[part];
                means[part * dims + i] = (float)mean;
                precisions[part * dims + i] = 1 / Math.Max(LeastVariance, (float)(squares[part * dims + i] / counts[part] - mean * mean));
            }
            Weigh(part, counts[part] / chosen.Count);
        }
    }

    private static void Add(ReadOnlySpan<float> step, float share, Span<float> sums, Span<float> squares)
    {
        var i = 0;
        for (; i <= step.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var value = new Vector<float>(step[i..]);
            var weighed = value * share;
            (new Vector<float>(sums[i..]) + weighed).CopyTo(sums[i..]);
            (new Vector<float>(squares[i..]) + weighed * value).CopyTo(squares[i..]);
        }
        for (; i < step.Length; i++)
        {
            sums[i] += share * step[i];
            squares[i] += share * step[i] * step[i];
        }
    }

    private void Weigh(int part, double weight)
    {
        weights[part] = weight;
        var offset = Math.Log(weight) - 0.5 * dims * Math.Log(2 * Math.PI);
        for (var i = 0; i < dims; i++)
        {
            offset += 0.5 * Math.Log(precisions[part * dims + i]);
        }
        offsets[part] = (float)offset;
    }
}
