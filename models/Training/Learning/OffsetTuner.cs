using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Training.Measures;

namespace RealtimeTraining.Models.Training.Learning;

/// <summary>Finds offsets and the temperature on scores of examples that the model did not see.</summary>
internal static class OffsetTuner
{
    /// <summary>An offset must earn its keep, as few examples decide on it.</summary>
    private const double CostPerUnit = 0.004;

    public static float[] ForOneOf(IReadOnlyList<int> right, IReadOnlyList<float[]> scores, int labels)
    {
        var offsets = new float[labels];
        var best = double.NegativeInfinity;
        for (var round = 0; round < 3; round++)
        {
            for (var k = 1; k < labels; k++)
            {
                var chosen = offsets[k];
                for (var step = -30; step <= 30; step++)
                {
                    offsets[k] = step * 0.1f;
                    var value = Measure.MacroF1(right, [.. scores.Select(score => Best(score, offsets))], labels) - CostPerUnit * offsets.Sum(Math.Abs);
                    if (value > best + 1e-9)
                    {
                        (best, chosen) = (value, offsets[k]);
                    }
                }
                offsets[k] = chosen;
            }
        }
        return offsets;
    }

    public static float[] ForAnyOf(IReadOnlyList<float[]> targets, IReadOnlyList<float[]> scores, int labels)
    {
        var offsets = new float[labels];
        for (var k = 0; k < labels; k++)
        {
            var best = double.NegativeInfinity;
            bool[] right = [.. targets.Select(target => target[k] > 0.5f)];
            for (var step = -40; step <= 20; step++)
            {
                var from = step * 0.1f;
                var value = Measure.F1(right, [.. scores.Select(score => score[k] >= from)]);
                if (value > best)
                {
                    (best, offsets[k]) = (value, from);
                }
            }
        }
        return offsets;
    }

    /// <summary>The temperature at which the right labels are least surprising.</summary>
    public static float Temperature(LinearKind kind, IReadOnlyList<float[]> targets, IReadOnlyList<float[]> scores)
    {
        var (best, chosen) = (double.PositiveInfinity, 1f);
        for (var step = -10; step <= 14 && kind != LinearKind.Number; step++)
        {
            var temperature = MathF.Pow(1.15f, step);
            var loss = 0.0;
            for (var i = 0; i < scores.Count; i++)
            {
                loss += Losses.Of(kind, [.. scores[i].Select(score => (double)score / temperature)], targets[i], 1);
            }
            if (loss < best)
            {
                (best, chosen) = (loss, temperature);
            }
        }
        return chosen;
    }

    private static int Best(float[] scores, float[] offsets)
    {
        var best = 0;
        for (var k = 1; k < scores.Length; k++)
        {
            best = scores[k] + offsets[k] > scores[best] + offsets[best] ? k : best;
        }
        return best;
    }
}
