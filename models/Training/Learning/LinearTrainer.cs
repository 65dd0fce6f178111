using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Training.Learning;

/// <summary>Trains linear models. The same examples in the same order give the same weights to the bit.</summary>
public static class LinearTrainer
{
    public static LinearWeights Train(TrainingSet set, IReadOnlyList<int> examples, LinearOptions options)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(options);
        var problem = new LinearProblem(set, examples, options);
        var weights = new double[problem.Size];
        if (options.Epochs > 0)
        {
            weights = problem.Descend(options.Epochs);
        }
        else
        {
            Lbfgs.Minimise(problem.Evaluate, weights, options.Iterations);
        }
        var (labels, dense) = (set.Labels, problem.DenseScales.Length);
        var sparse = new float[problem.Columns.Length * labels];
        for (var i = 0; i < sparse.Length; i++)
        {
            sparse[i] = (float)(weights[i] * problem.ColumnScales[i / labels]);
        }
        var denseWeights = new float[dense * labels];
        for (var i = 0; i < denseWeights.Length; i++)
        {
            denseWeights[i] = (float)(weights[sparse.Length + i] * problem.DenseScales[i / labels]);
        }
        return new LinearWeights(set.Bits, labels, problem.Columns, sparse, denseWeights, [.. weights[^labels..].Select(weight => (float)weight)]);
    }

    /// <summary>Scores of every example by a model that did not see its group.</summary>
    /// <param name="groups">A number an example; those of one source are the same.</param>
    public static float[][] OutOfFold(TrainingSet set, IReadOnlyList<int> groups, LinearOptions options, int folds = 5, long seed = 1)
    {
        ArgumentNullException.ThrowIfNull(set);
        var fold = Folds.Of(groups, folds, seed);
        var scores = new float[set.Count][];
        for (var f = 0; f < folds; f++)
        {
            var weights = Train(set, [.. Enumerable.Range(0, set.Count).Where(e => fold[e] != f)], options);
            for (var e = 0; e < set.Count; e++)
            {
                if (fold[e] == f)
                {
                    scores[e] = weights.Score(set, e);
                }
            }
        }
        return scores;
    }
}
