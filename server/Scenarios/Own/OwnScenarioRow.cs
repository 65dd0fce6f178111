using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Scenarios;

/// <summary>A scenario that somebody of an organisation made for it, beside those that lie in files. Only who made it and who it was given to can play it.</summary>
public sealed class OwnScenarioRow : ITenantOwned
{
    /// <summary>As in a file: lower-case words joined by hyphens.</summary>
    public required string Id { get; init; }

    public Guid TenantId { get; set; }

    public required string Title { get; set; }

    /// <summary>A <see cref="Scenario"/>; a call freezes it as it is when the call is placed.</summary>
    public required string Json { get; set; }

    public required Guid MadeBy { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }
}

/// <summary>A scenario that a coach gave somebody to practise.</summary>
public sealed class AssignmentRow : ITenantOwned
{
    public required Guid Id { get; init; }

    public Guid TenantId { get; set; }

    public required string ScenarioId { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid AssignedBy { get; set; }

    /// <summary>As it was then; people are renamed and leave.</summary>
    public required string AssignedByName { get; set; }

    public required DateTimeOffset AssignedAt { get; set; }

    /// <summary>Null: whenever there is time.</summary>
    public DateTimeOffset? DueAt { get; set; }
}
