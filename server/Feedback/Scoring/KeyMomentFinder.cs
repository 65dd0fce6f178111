namespace RealtimeTraining.Server.Feedback;

/// <summary>The utterances that moved the scores most. An observation that rests on several is shared out among them.</summary>
internal static class KeyMomentFinder
{
    private const int Most = 6;
    private const double LeastPoints = 3;

    public static IReadOnlyList<KeyMoment> Find(IReadOnlyList<CategoryScore> categories)
    {
        var parts = from category in categories
                    from observation in category.Observations
                    from evidence in observation.Evidence
                    select (category.Category, observation.Text, Points: (double)observation.Impact / observation.Evidence.Count, Evidence: evidence);
        return [.. parts.GroupBy(p => p.Evidence.Utterance)
            .Select(moment => (Points: moment.Sum(p => p.Points), All: moment.ToList()))
            .Where(m => Math.Abs(m.Points) >= LeastPoints)
            .OrderByDescending(m => Math.Abs(m.Points)).ThenBy(m => m.All[0].Evidence.Utterance)
            .Take(Most)
            .Select(m => Moment(m.Points, m.All))
            .OrderBy(m => m.Evidence.AtMs).ThenBy(m => m.Evidence.Utterance)];
    }

    private static KeyMoment Moment(double points, List<(Scenarios.ScoringCategory Category, string Text, double Points, Evidence Evidence)> all)
    {
        var most = all.Where(p => Math.Sign(p.Points) == Math.Sign(points)).MaxBy(p => Math.Abs(p.Points));
        return new KeyMoment(most.Category, most.Text, (int)Math.Round(points, MidpointRounding.AwayFromZero), most.Evidence);
    }
}
