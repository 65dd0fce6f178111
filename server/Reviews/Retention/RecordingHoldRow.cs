using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>A recording that must not be removed, by anybody or by time, until an administrator lets it go: the database itself refuses.</summary>
public sealed class RecordingHoldRow : ITenantOwned
{
    public required Guid RecordedCallId { get; init; }

    public Guid TenantId { get; set; }

    public required Guid HeldBy { get; init; }

    /// <summary>As it was then; people are renamed and leave.</summary>
    public required string HeldByName { get; init; }

    public required DateTimeOffset HeldAt { get; init; }

    /// <summary>Names the matter, not the caller.</summary>
    public required string Reason { get; init; }
}

/// <summary>How long an organisation keeps recordings. No row: until somebody removes them.</summary>
public sealed class RetentionRow : ITenantOwned
{
    public Guid TenantId { get; set; }

    /// <summary>From the upload on; null: until somebody removes them.</summary>
    public int? KeepDays { get; set; }

    public required Guid ChangedBy { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}
