using RealtimeTraining.Benchmarks.Calls;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Fairness;

/// <summary>How lines are spoken.</summary>
/// <param name="Rate">Twice as quick at 2.</param>
public sealed record Manner(string Voice, double Rate);

/// <param name="Scores">By category; null where there was not enough to judge.</param>
public sealed record JudgedCall(
    string ScenarioId, Manner Manner, IReadOnlyList<CallEvent> Events, WordErrors Words, int? Overall, IReadOnlyDictionary<ScoringCategory, int?> Scores)
{
    public static async Task<JudgedCall> MakeAsync(TestBrowser person, CallScript script, Manner manner, CancellationToken cancellationToken)
    {
        CallId id;
        IReadOnlyList<CallEvent> events;
        await using (var trainee = await HubTrainee.CallAsync(person, script.ScenarioId))
        {
            id = trainee.Id;
            await trainee.AnsweredAsync();
            await trainee.TalkAsync(Speech.Audio.WavFile.ReadMono(script.Path), cancellationToken);
            events = trainee.Events;
        }
        var debrief = await person.GetAsync<Debrief>($"/api/calls/{id}/debrief");
        var heard = string.Join(' ', events.OfType<UtteranceSpoken>().Where(said => said.Party == Party.Trainee).Select(said => said.Text));
        return new JudgedCall(script.ScenarioId, manner, events, WordErrors.Between(string.Join(' ', script.Lines.Select(line => line.Text)), heard),
            debrief.Overall, debrief.Categories.ToDictionary(category => category.Category, category => category.Score));
    }

    public string Describe() =>
        $"  {ScenarioId}, {Manner.Voice} at {Manner.Rate}: overall {Overall}, {string.Join(", ", Scores.Select(score => $"{score.Key} {score.Value}"))}; words wrong {Words.Rate:p0}";
}
