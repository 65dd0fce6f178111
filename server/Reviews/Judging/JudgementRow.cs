using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>What one coach makes of a recorded call. Goes with the recording.</summary>
public sealed class JudgementRow : ITenantOwned
{
    public required Guid RecordedCallId { get; init; }

    public required Guid CoachId { get; init; }

    public Guid TenantId { get; set; }

    /// <summary>As it was then; people are renamed and leave.</summary>
    public required string CoachName { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>When it was handed in; from then on it is shown to those who have handed in theirs, and never changes. Null: not yet.</summary>
    public DateTimeOffset? HandedInAt { get; set; }

    /// <summary>A <see cref="Judgement"/>, sealed.</summary>
    public required byte[] Sealed { get; set; }
}
