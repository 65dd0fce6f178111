using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>What moved a category between the earlier and the later half of the calls that its direction is read from.</summary>
public static class TrendDrivers
{
    private const int Most = 2;

    /// <summary>Less than that many points a call is no driver.</summary>
    private const double LeastPoints = 1.5;

    /// <param name="debriefs">Oldest first.</param>
    /// <returns>Those that drive it its way, the strongest first; none where it is stable or there is not enough.</returns>
    public static IReadOnlyList<TrendDriver> Of(ScoringCategory category, TrendDirection direction, IReadOnlyList<Debrief> debriefs)
    {
        ArgumentNullException.ThrowIfNull(debriefs);
        if (direction is not (TrendDirection.Improving or TrendDirection.Declining))
        {
            return [];
        }
        var judged = debriefs.Select(d => d.Categories.FirstOrDefault(c => c.Category == category))
            .OfType<CategoryScore>().Where(c => c.Score is not null && c.Observations.All(o => o.Driver != ScoreDriver.Unknown)).TakeLast(Trend.Window).ToList();
        if (judged.Count < Trend.FewestPoints)
        {
            return [];
        }
        var (before, after) = (judged[..(judged.Count / 2)], judged[(judged.Count / 2)..]);
        var sign = direction == TrendDirection.Improving ? 1 : -1;
        return [.. judged.SelectMany(c => c.Observations).Select(o => o.Driver).Distinct()
            .Select(driver => (Driver: driver, Change: Mean(after, driver) - Mean(before, driver)))
            .Where(d => sign * d.Change >= LeastPoints)
            .OrderByDescending(d => sign * d.Change).ThenBy(d => d.Driver)
            .Take(Most).Select(d => new TrendDriver(d.Driver, (int)Math.Round(d.Change, MidpointRounding.AwayFromZero)))];
    }

    private static double Mean(List<CategoryScore> calls, ScoreDriver driver) =>
        calls.Average(c => (double)c.Observations.Where(o => o.Driver == driver).Sum(o => o.Impact));
}
