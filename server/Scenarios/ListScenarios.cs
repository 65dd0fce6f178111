using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Scenarios;

public sealed class ListScenarios(ScenarioLibrary library, TrainingDb db, ICurrentUser user)
{
    public async Task<Ok<IReadOnlyList<ScenarioCard>>> HandleAsync(CancellationToken cancellationToken)
    {
        var own = await db.OwnRecordsAsync(user, scenarioId: null, cancellationToken);
        var made = await db.ListOwnScenariosAsync(user.UserId, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<ScenarioCard>>(
        [
            .. made.Select(one => ScenarioCards.Card(one.Scenario, own.GetValueOrDefault(one.Scenario.Id), one.Assignment)),
            .. library.All.Select(scenario => ScenarioCards.Card(scenario, own.GetValueOrDefault(scenario.Id))),
        ]);
    }
}
