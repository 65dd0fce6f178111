using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>What a person shall practise until a day. It is about the person: it stays when the recording that led to it goes.</summary>
public sealed class ImprovementActionRow : ITenantOwned
{
    public required Guid Id { get; init; }

    public Guid TenantId { get; set; }

    /// <summary>Who shall do it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What led to it; null: the recording was removed.</summary>
    public Guid? RecordedCallId { get; set; }

    /// <summary>A practice call made of a moment, given to the person; null: none, or it was removed.</summary>
    public string? ScenarioId { get; set; }

    public required Guid SetBy { get; init; }

    /// <summary>As it was then; people are renamed and leave.</summary>
    public required string SetByName { get; init; }

    public required DateTimeOffset SetAt { get; init; }

    public required DateTimeOffset DueAt { get; set; }

    /// <summary>Null: not yet.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>What is to be practised, sealed.</summary>
    public required byte[] Sealed { get; set; }
}
