using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>A recorded real call, from the first byte of its upload on. Its sound and its words lie sealed elsewhere.</summary>
public sealed class RecordedCallRow : ITenantOwned
{
    public required Guid Id { get; init; }

    public Guid TenantId { get; set; }

    public required Guid UploadedBy { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>As it was called on the coach's machine, without its folder.</summary>
    public required string FileName { get; init; }

    /// <summary>Of the file as announced.</summary>
    public required long Bytes { get; init; }

    /// <summary>Of the uploaded file, in hex; null until it is whole. Two of one organisation cannot have the same.</summary>
    public string? Sha256 { get; set; }

    /// <summary>Who took the call; null: not said.</summary>
    public Guid? StaffId { get; set; }

    /// <summary>When the call was; null: not said.</summary>
    public DateTimeOffset? TakenAt { get; set; }

    /// <summary>The line or team that the call came in on, as the practice names it.</summary>
    public required string Queue { get; set; }

    /// <summary>The uploader states that the parties agreed to be recorded.</summary>
    public required bool ConsentNoted { get; set; }

    public ReviewStatus Status { get; set; }

    public ReviewStage Stage { get; set; }

    /// <summary>When the upload was last added to, or the status last changed.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    public string? ProblemCode { get; set; }

    /// <summary>Why it failed and what to do, for a person.</summary>
    public string? Problem { get; set; }

    /// <summary>What a coach should know of the recording, one sentence a line.</summary>
    public string Notes { get; set; } = "";

    public int? DurationMs { get; set; }

    /// <summary>In the decoded sound: 1 or 2.</summary>
    public int? Channels { get; set; }

    /// <summary>Each channel holds one party.</summary>
    public bool TwoSided { get; set; }

    /// <summary>One channel, in which two voices were told apart: a line's channel is its voice.</summary>
    public bool ByVoice { get; set; }

    /// <summary>The channel of the member of staff: 0 left, 1 right; or their voice. Means nothing unless <see cref="HasSides"/>.</summary>
    public int StaffChannel { get; set; }

    /// <summary>Who speaks is known, by channel or by voice.</summary>
    public bool HasSides => TwoSided || ByVoice;

    /// <summary>The recogniser that wrote it down.</summary>
    public string? Engine { get; set; }
}
