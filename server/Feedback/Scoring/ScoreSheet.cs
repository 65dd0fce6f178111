using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>
/// Adds a category's score up from where it starts and what moved it, in whole points, so that anyone can check the sum:
/// start + impacts = score.
/// </summary>
internal sealed class ScoreSheet(ScoringCategory category, int start)
{
    private const int MostEvidence = 6;

    private readonly List<Observation> _observations = [];
    private string _leftOut = "";

    /// <summary>Notes what moved the score. Without evidence it does not count and is not noted.</summary>
    public void Add(ScoreDriver driver, string text, double points, IEnumerable<Evidence?> evidence)
    {
        var found = evidence.OfType<Evidence>().DistinctBy(e => (e.Utterance, e.Quote)).Take(MostEvidence).ToList();
        if (found.Count > 0)
        {
            _observations.Add(new Observation(text, (int)Math.Round(points, MidpointRounding.AwayFromZero), found) { Driver = driver });
        }
    }

    public void Add(ScoreDriver driver, string text, double points, Evidence? evidence) => Add(driver, text, points, [evidence]);

    /// <summary>Says at the end of the reason what could not be judged in this call, and why. It moves no point.</summary>
    public void LeaveOut(string sentence) => _leftOut += " " + sentence;

    public static CategoryScore NotEnough(ScoringCategory category, CallStory story, string because) =>
        new(category, null, null, WeightOf(category, story), because, []);

    public CategoryScore Close(CallStory story)
    {
        var observations = Fit();
        var score = start + observations.Sum(o => o.Impact);
        return new CategoryScore(category, score, Letters.Of(score), WeightOf(category, story), Because(observations, score) + _leftOut, observations);
    }

    private static int WeightOf(ScoringCategory category, CallStory story) => story.Scenario.Rubric.GetValueOrDefault(category);

    /// <summary>Nothing counts past 0 or 100: the last of what would go further is cut to what is left.</summary>
    private List<Observation> Fit()
    {
        var observations = new List<Observation>(_observations);
        var total = start + observations.Sum(o => o.Impact);
        for (var i = observations.Count - 1; i >= 0 && total is < 0 or > 100; i--)
        {
            var impact = observations[i].Impact;
            var cut = total > 100 ? Math.Min(Math.Max(impact, 0), total - 100) : Math.Max(Math.Min(impact, 0), total);
            observations[i] = observations[i] with { Impact = impact - cut };
            total -= cut;
        }
        return observations;
    }

    private string Because(List<Observation> observations, int score)
    {
        var plus = observations.Where(o => o.Impact > 0).Sum(o => o.Impact);
        var minus = -observations.Where(o => o.Impact < 0).Sum(o => o.Impact);
        var most = observations.Where(o => o.Impact != 0).MaxBy(o => Math.Abs(o.Impact));
        var sum = (plus, minus) switch
        {
            (0, 0) => $"It stays at the {start} points it starts with",
            (_, 0) => $"From {start} points, {plus} up for what went well: {score}",
            (0, _) => $"From {start} points, {minus} off for what did not go well: {score}",
            _ => $"From {start} points, {plus} up for what went well and {minus} off for what did not: {score}",
        };
        return most is null ? sum + "." : $"{sum}. What counted most: {char.ToLowerInvariant(most.Text[0])}{most.Text[1..]}";
    }
}
