using RealtimeTraining.Benchmarks.Calls;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Fairness;

/// <summary>How lines are spoken.</summary>
/// <param name="Rate">Twice as quick at 2.</param>
public sealed record Manner(string Voice, double Rate);

/// <param name="Said">The lines as they were spoken.</param>
/// <param name="Categories">With what moved them.</param>
public sealed record JudgedCall(
    string ScenarioId, Manner Manner, IReadOnlyList<CallEvent> Events, IReadOnlyList<string> Said, int? Overall, IReadOnlyList<CategoryScore> Categories)
{
    private const string GoodBye = "Thank you for calling. Take care, goodbye.";

    public WordErrors Words => WordErrors.Between(string.Join(' ', Said), string.Join(' ', Heard));

    private IEnumerable<string> Heard => Events.OfType<UtteranceSpoken>().Where(said => said.Party == Party.Trainee).Select(said => said.Text);

    public int? Score(ScoringCategory category) => Categories.FirstOrDefault(one => one.Category == category)?.Score;

    public static async Task<JudgedCall> MakeAsync(TestBrowser person, string scenarioId, Manner manner, CancellationToken cancellationToken)
    {
        string[] texts = [.. TraineeLines.WithPauses[scenarioId], GoodBye];
        var lines = new List<short[]>();
        foreach (var text in texts)
        {
            lines.Add(await new SpokenFile().Say(text, manner.Voice, manner.Rate).RenderAsync());
        }
        CallId id;
        IReadOnlyList<CallEvent> events;
        await using (var trainee = await HubTrainee.CallAsync(person, scenarioId))
        {
            id = trainee.Id;
            await trainee.AnsweredAsync();
            await trainee.ConverseAsync(lines, cancellationToken);
            events = trainee.Events;
        }
        var debrief = await person.GetAsync<Debrief>($"/api/calls/{id}/debrief");
        return new JudgedCall(scenarioId, manner, events, [.. texts.Select(PausedText.Plain)], debrief.Overall, debrief.Categories);
    }

    /// <summary>What moved a category in some of these calls and not in all, and in which.</summary>
    public static IEnumerable<string> Differences(IReadOnlyList<JudgedCall> calls, ScoringCategory category) =>
        from one in calls.SelectMany(call => call.Categories.Where(each => each.Category == category).SelectMany(each => each.Observations).Select(observation => (call.Manner, observation)))
        group one by (one.observation.Driver, one.observation.Text, one.observation.Impact) into moved
        where moved.Count() < calls.Count
        orderby moved.Key.Driver, moved.Key.Impact
        select $"{category} {moved.Key.Impact:+0;-0;0} {moved.Key.Text} ({string.Join(", ", moved.Select(one => $"{one.Manner.Voice} {one.Manner.Rate}"))})";

    public string Describe() =>
        $"  {ScenarioId}, {Manner.Voice} at {Manner.Rate}: overall {Overall}, {string.Join(", ", Categories.Select(category => $"{category.Category} {category.Score}"))}; words wrong {Words.Rate:p0}; heard \"{string.Join(" / ", Heard)}\"";
}
