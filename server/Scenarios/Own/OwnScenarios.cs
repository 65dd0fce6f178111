using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Scenarios;

/// <param name="By">Who gave it.</param>
public sealed record ScenarioAssignment(string By, DateTimeOffset At, DateTimeOffset? DueAt);

/// <summary>The scenarios that were made within an organisation, as one person may play them: those made by them or given to them.</summary>
public static class OwnScenarios
{
    public static async Task<Scenario?> FindOwnScenarioAsync(this TrainingDb db, Guid userId, string id, CancellationToken cancellationToken) =>
        await db.PlayableBy(userId).Where(row => row.Id == id).Select(row => row.Json).FirstOrDefaultAsync(cancellationToken) is { } json ? Read(json) : null;

    /// <summary>Those given to the person first, by when they are due.</summary>
    public static async Task<IReadOnlyList<(Scenario Scenario, ScenarioAssignment? Assignment)>> ListOwnScenariosAsync(
        this TrainingDb db, Guid userId, CancellationToken cancellationToken)
    {
        var scenarios = await db.PlayableBy(userId).OrderBy(row => row.Title).ThenBy(row => row.Id).Select(row => row.Json).ToListAsync(cancellationToken);
        var assigned = await db.Assignments.AsNoTracking().Where(row => row.PersonId == userId).ToDictionaryAsync(
            row => row.ScenarioId, row => new ScenarioAssignment(row.AssignedByName, row.AssignedAt, row.DueAt), cancellationToken);
        return [.. scenarios.Select(Read).Select(scenario => (scenario, assigned.GetValueOrDefault(scenario.Id)))
            .OrderBy(own => own.Item2 is null).ThenBy(own => own.Item2?.DueAt ?? DateTimeOffset.MaxValue)];
    }

    public static Task<ScenarioAssignment?> FindAssignmentAsync(this TrainingDb db, Guid userId, string id, CancellationToken cancellationToken) =>
        db.Assignments.AsNoTracking().Where(row => row.PersonId == userId && row.ScenarioId == id)
            .Select(row => new ScenarioAssignment(row.AssignedByName, row.AssignedAt, row.DueAt)).FirstOrDefaultAsync(cancellationToken);

    private static IQueryable<OwnScenarioRow> PlayableBy(this TrainingDb db, Guid userId) =>
        db.OwnScenarios.AsNoTracking().Where(row => row.MadeBy == userId || db.Assignments.Any(given => given.ScenarioId == row.Id && given.PersonId == userId));

    private static Scenario Read(string json) => JsonSerializer.Deserialize<Scenario>(json, Json.Options)
        ?? throw new InvalidDataException("A scenario of this organisation is empty.");
}
