using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Models.Training.Measures;

/// <summary>How far a figure may be off: taken again on cases drawn with replacement, source by source, the middle 95 % of it.</summary>
public static class Bootstrap
{
    private const int Draws = 400;

    /// <param name="groups">A number a case; those of one source are drawn together.</param>
    /// <param name="figure">Of the cases with these numbers.</param>
    public static Interval Of(IReadOnlyList<int> groups, Func<IReadOnlyList<int>, double> figure, long seed = 1)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(figure);
        var sources = Enumerable.Range(0, groups.Count).GroupBy(i => groups[i]).OrderBy(source => source.Key).Select(source => source.ToArray()).ToArray();
        var random = new SeededRandom(seed);
        List<double> figures = [];
        for (var draw = 0; draw < Draws && sources.Length > 0; draw++)
        {
            var value = figure([.. Enumerable.Range(0, sources.Length).SelectMany(_ => sources[random.Next(sources.Length)])]);
            if (double.IsFinite(value))
            {
                figures.Add(value);
            }
        }
        figures.Sort();
        var whole = figure([.. Enumerable.Range(0, groups.Count)]);
        return figures.Count == 0 ? new Interval(whole, double.NaN, double.NaN)
            : new Interval(whole, figures[(int)(figures.Count * 0.025)], figures[Math.Min(figures.Count - 1, (int)(figures.Count * 0.975))]);
    }
}
