using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Scenarios;

/// <summary>The briefing. It tells what the trainee's screen would show and what counts, never what the patient keeps to itself.</summary>
public sealed class GetScenario(ScenarioLibrary library, TrainingDb db, ICurrentUser user)
{
    public async Task<Results<Ok<ScenarioBriefing>, ProblemHttpResult>> HandleAsync(string id, CancellationToken cancellationToken)
    {
        if ((library.Find(id) ?? await db.FindOwnScenarioAsync(user.UserId, id, cancellationToken)) is not { } scenario)
        {
            return TypedResults.Problem(
                title: "There is no such scenario.",
                detail: "It may have been taken away or its file may have a mistake. Choose another from the list.",
                statusCode: StatusCodes.Status404NotFound,
                extensions: new Dictionary<string, object?> { ["code"] = "scenarioNotFound" });
        }
        var own = await db.OwnRecordsAsync(user, scenario.Id, cancellationToken);
        var assignment = await db.FindAssignmentAsync(user.UserId, scenario.Id, cancellationToken);
        return TypedResults.Ok(Briefing(scenario, own.GetValueOrDefault(scenario.Id), assignment));
    }

    public static ScenarioBriefing Briefing(Scenario scenario, OwnRecord? own, ScenarioAssignment? assignment = null) => new(
        ScenarioCards.Card(scenario, own, assignment), scenario.Situation, scenario.Role, scenario.TargetSeconds,
        [.. scenario.Outcomes.Select(outcome => outcome.Text)],
        [.. scenario.Script.Phases.Select(phase => new BriefingPhase(
            phase.Id, phase.Title, phase.Part, [.. phase.KeyPhrases.Select(phrase => new BriefingPhrase(phrase.Id, phrase.Phrase))]))]);
}
