using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Training.Learning;

internal static class Losses
{
    /// <returns>The loss of one example; <paramref name="scores"/> becomes its gradient.</returns>
    public static double Of(LinearKind kind, double[] scores, ReadOnlySpan<float> targets, double counts) => kind switch
    {
        LinearKind.OneOf => OneOf(scores, targets, counts),
        LinearKind.AnyOf => AnyOf(scores, targets, counts),
        _ => Number(scores, targets, counts),
    };

    private static double OneOf(double[] scores, ReadOnlySpan<float> targets, double counts)
    {
        var (max, sum, loss) = (scores.Max(), 0.0, 0.0);
        foreach (var score in scores)
        {
            sum += Math.Exp(score - max);
        }
        var log = max + Math.Log(sum);
        for (var k = 0; k < scores.Length; k++)
        {
            loss += targets[k] * (log - scores[k]);
            scores[k] = counts * (Math.Exp(scores[k] - log) - targets[k]);
        }
        return counts * loss;
    }

    private static double AnyOf(double[] scores, ReadOnlySpan<float> targets, double counts)
    {
        var loss = 0.0;
        for (var k = 0; k < scores.Length; k++)
        {
            var score = scores[k];
            loss += Math.Max(score, 0) - score * targets[k] + Math.Log(1 + Math.Exp(-Math.Abs(score)));
            scores[k] = counts * (1 / (1 + Math.Exp(-score)) - targets[k]);
        }
        return counts * loss;
    }

    private static double Number(double[] scores, ReadOnlySpan<float> targets, double counts)
    {
        var loss = 0.0;
        for (var k = 0; k < scores.Length; k++)
        {
            var error = scores[k] - targets[k];
            loss += 0.5 * error * error;
            scores[k] = counts * error;
        }
        return counts * loss;
    }
}
