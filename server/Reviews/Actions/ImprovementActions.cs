using System.Text;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

public enum ActionState
{
    Open,

    /// <summary>Its day has passed, and it was not said to be done.</summary>
    Overdue,

    Done,
}

/// <summary>What a person shall practise until a day.</summary>
/// <param name="RecordedCallId">What led to it; null: the recording was removed.</param>
/// <param name="ScenarioId">Of a practice call that goes with it; null: none.</param>
/// <param name="PracticeTitle">Of that practice call.</param>
public sealed record ImprovementAction(
    Guid Id, Guid PersonId, string PersonName, string What, ActionState State, DateTimeOffset DueAt, DateTimeOffset? DoneAt, string SetBy, DateTimeOffset SetAt,
    Guid? RecordedCallId, string? ScenarioId, string? PracticeTitle);

/// <summary>Keeps actions and puts together what is shown of them. Scoped.</summary>
public sealed class ImprovementActions(TrainingDb db, RecordingVault vault, TimeProvider time)
{
    public const int MostCharacters = 1_000;

    private static readonly TimeSpan Furthest = TimeSpan.FromDays(2 * 365);

    /// <summary>What is wrong, for a person; null: nothing.</summary>
    /// <param name="before">The day as it was, which may have passed; null for a new action.</param>
    public string? Mistake(string? what, DateTimeOffset dueAt, DateTimeOffset? before = null) =>
        string.IsNullOrWhiteSpace(what) || what.Length > MostCharacters ? $"Say what is to be practised, in {MostCharacters:N0} characters at most."
        : dueAt != before && (dueAt < time.GetUtcNow() || dueAt > time.GetUtcNow() + Furthest) ? "The day must lie ahead, within two years." : null;

    public byte[] Seal(Guid actionId, string what) => vault.Seal(Encoding.UTF8.GetBytes(what.Trim()), NameOf(actionId));

    public string WhatOf(ImprovementActionRow row) => Encoding.UTF8.GetString(vault.Unseal(row.Sealed, NameOf(row.Id)));

    public async Task<ImprovementAction> OfAsync(ImprovementActionRow row, CancellationToken cancellationToken) => (await OfAsync([row], cancellationToken))[0];

    public async Task<IReadOnlyList<ImprovementAction>> OfAsync(IReadOnlyList<ImprovementActionRow> rows, CancellationToken cancellationToken)
    {
        var people = rows.Select(row => row.PersonId).Distinct().ToList();
        var names = await db.Users.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellationToken);
        var scenarios = rows.Select(row => row.ScenarioId).OfType<string>().Distinct().ToList();
        var titles = await db.OwnScenarios.Where(scenario => scenarios.Contains(scenario.Id)).ToDictionaryAsync(scenario => scenario.Id, scenario => scenario.Title, cancellationToken);
        var now = time.GetUtcNow();
        return [.. rows.Select(row => new ImprovementAction(
            row.Id, row.PersonId, names.GetValueOrDefault(row.PersonId, ""), WhatOf(row),
            row.DoneAt is not null ? ActionState.Done : row.DueAt < now ? ActionState.Overdue : ActionState.Open,
            row.DueAt, row.DoneAt, row.SetByName, row.SetAt, row.RecordedCallId, row.ScenarioId, row.ScenarioId is { } scenario ? titles.GetValueOrDefault(scenario) : null))];
    }

    private static string NameOf(Guid actionId) => $"action {actionId:N}";
}
