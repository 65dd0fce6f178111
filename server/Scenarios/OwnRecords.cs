using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Scenarios;

/// <summary>The signed-in trainee's finished calls, by scenario.</summary>
public static class OwnRecords
{
    public static async Task<Dictionary<string, OwnRecord>> OwnRecordsAsync(
        this TrainingDb db, ICurrentUser user, string? scenarioId, CancellationToken cancellationToken)
    {
        var trainee = user.UserId;
        return await db.Calls
            .Where(call => call.TraineeId == trainee && call.Status == CallStatus.Ended && (scenarioId == null || call.ScenarioId == scenarioId))
            .GroupBy(call => call.ScenarioId)
            .Select(calls => new { ScenarioId = calls.Key, Attempts = calls.Count(), Best = calls.Max(call => call.Overall) })
            .ToDictionaryAsync(row => row.ScenarioId, row => new OwnRecord(row.Attempts, row.Best), cancellationToken);
    }
}
