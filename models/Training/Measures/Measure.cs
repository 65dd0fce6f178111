namespace RealtimeTraining.Models.Training.Measures;

/// <summary>Figures of quality, all between 0 and 1 but the rank correlation (-1 to 1). NaN where one cannot be taken.</summary>
public static class Measure
{
    public static double Accuracy(IReadOnlyList<int> right, IReadOnlyList<int> said) =>
        right.Count == 0 ? double.NaN : Enumerable.Range(0, right.Count).Count(i => right[i] == said[i]) / (double)right.Count;

    /// <summary>Of one label: the harmonic mean of precision and recall.</summary>
    public static double F1(IReadOnlyList<bool> right, IReadOnlyList<bool> said)
    {
        var (hits, claims, there) = (0, 0, 0);
        for (var i = 0; i < right.Count; i++)
        {
            hits += right[i] && said[i] ? 1 : 0;
            claims += said[i] ? 1 : 0;
            there += right[i] ? 1 : 0;
        }
        return claims + there == 0 ? double.NaN : 2.0 * hits / (claims + there);
    }

    /// <summary>The mean of the F1 of each class that occurs.</summary>
    public static double MacroF1(IReadOnlyList<int> right, IReadOnlyList<int> said, int classes)
    {
        var (hits, claims, there) = (new int[classes], new int[classes], new int[classes]);
        for (var i = 0; i < right.Count; i++)
        {
            hits[right[i]] += right[i] == said[i] ? 1 : 0;
            claims[said[i]]++;
            there[right[i]]++;
        }
        return Enumerable.Range(0, classes).Where(k => there[k] > 0).Select(k => 2.0 * hits[k] / (claims[k] + there[k])).DefaultIfEmpty(double.NaN).Average();
    }

    /// <summary>How often one that has the label scores above one that hasn't; ties count half.</summary>
    public static double Auc(IReadOnlyList<bool> right, IReadOnlyList<float> scores)
    {
        var ranks = Ranks(scores);
        double sum = 0, there = right.Count(is_ => is_), not = right.Count - there;
        for (var i = 0; i < right.Count; i++)
        {
            sum += right[i] ? ranks[i] : 0;
        }
        return there == 0 || not == 0 ? double.NaN : (sum - there * (there + 1) / 2) / (there * not);
    }

    public static double BalancedAccuracy(IReadOnlyList<bool> right, IReadOnlyList<bool> said)
    {
        double there = right.Count(is_ => is_), not = right.Count - there;
        var hits = Enumerable.Range(0, right.Count).Count(i => right[i] && said[i]);
        var passes = Enumerable.Range(0, right.Count).Count(i => !right[i] && !said[i]);
        return there == 0 || not == 0 ? double.NaN : (hits / there + passes / not) / 2;
    }

    /// <summary>Spearman's rank correlation, ties at their mean rank.</summary>
    public static double Spearman(IReadOnlyList<float> a, IReadOnlyList<float> b)
    {
        var (x, y) = (Ranks(a), Ranks(b));
        if (x.Length < 2)
        {
            return double.NaN;
        }
        double mean = (x.Length + 1) / 2.0, together = 0, alone = 0, other = 0;
        for (var i = 0; i < x.Length; i++)
        {
            together += (x[i] - mean) * (y[i] - mean);
            alone += (x[i] - mean) * (x[i] - mean);
            other += (y[i] - mean) * (y[i] - mean);
        }
        return alone > 0 && other > 0 ? together / Math.Sqrt(alone * other) : double.NaN;
    }

    /// <summary>From 1; ties share their mean rank.</summary>
    private static double[] Ranks(IReadOnlyList<float> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Count];
        for (int start = 0, end; start < order.Length; start = end)
        {
            for (end = start + 1; end < order.Length && values[order[end]] == values[order[start]]; end++)
            {
            }
            for (var i = start; i < end; i++)
            {
                ranks[order[i]] = (start + 1 + end) / 2.0;
            }
        }
        return ranks;
    }
}
