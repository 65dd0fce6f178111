using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>A recorded call that its member of staff may read. Goes with the recording, and when it is taken back.</summary>
public sealed class SharedReviewRow : ITenantOwned
{
    public required Guid RecordedCallId { get; init; }

    public Guid TenantId { get; set; }

    public required Guid StaffId { get; init; }

    public required Guid SharedBy { get; init; }

    /// <summary>As it was then; people are renamed and leave.</summary>
    public required string SharedByName { get; set; }

    /// <summary>When it was shared, or what is shared of it last changed.</summary>
    public required DateTimeOffset SharedAt { get; set; }

    /// <summary>When the member of staff last looked at it; null: not since it was shared or changed.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>A <see cref="SharedWords"/>, sealed.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>What its words are sealed for.</summary>
    public string SealName => $"share {RecordedCallId:N}";
}
