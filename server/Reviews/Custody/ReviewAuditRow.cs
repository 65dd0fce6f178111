using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Who did what with a recorded call. Outlives the call and names nothing of it; is never changed.</summary>
public sealed class ReviewAuditRow : ITenantOwned
{
    public required Guid Id { get; init; }

    public Guid TenantId { get; set; }

    public required DateTimeOffset At { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>As it was then; people are renamed and leave.</summary>
    public required string PersonName { get; init; }

    public required ReviewDeed Deed { get; init; }

    public required Guid RecordedCallId { get; init; }
}

public enum ReviewDeed
{
    Uploaded,

    /// <summary>Read the transcript, with identifiers masked.</summary>
    Opened,

    /// <summary>Read the transcript with nothing masked, or heard the sound with nothing silenced.</summary>
    Revealed,

    /// <summary>Loaded the sound to play it; as it was recorded only where <see cref="Revealed"/> stands beside it.</summary>
    Heard,

    Removed,

    /// <summary>Forbade that it is removed.</summary>
    Held,

    /// <summary>Allowed again that it is removed.</summary>
    Released,

    /// <summary>Changed how long recordings are kept; of no recording.</summary>
    ChangedRetention,

    /// <summary>Put a line of the transcript right.</summary>
    Corrected,

    /// <summary>Handed in a judgement.</summary>
    Judged,

    /// <summary>Took a review or a table of reviews away as a file.</summary>
    Exported,

    /// <summary>Drafted a practice call from a moment.</summary>
    MadePractice,

    /// <summary>Stated that nothing in a practice call tells who the caller was.</summary>
    CheckedPractice,

    /// <summary>Gave a practice call to somebody.</summary>
    AssignedPractice,

    /// <summary>Let the member of staff read it.</summary>
    Shared,

    /// <summary>Took it back from the member of staff.</summary>
    TookBack,

    /// <summary>Answered a review that is shared with them.</summary>
    Answered,

    /// <summary>Replied to an answer, and settled what was disputed.</summary>
    Replied,

    /// <summary>Said what somebody shall practise.</summary>
    SetAction,

    /// <summary>Said that they did what they were to practise.</summary>
    DidAction,

    /// <summary>Said that something need not be practised any more.</summary>
    RemovedAction,

    /// <summary>Read lines of the transcript, with identifiers masked, in what a search found.</summary>
    Found,

    /// <summary>Put it before several coaches to be judged blind.</summary>
    Calibrated,

    /// <summary>Opened what coaches judged blind before all had handed in.</summary>
    ClosedCalibration,

    /// <summary>Noted the score that coaches settled on.</summary>
    AgreedScore,

    /// <summary>Put right who took the call.</summary>
    ChangedStaff,

    /// <summary>Put right when the call was.</summary>
    ChangedTime,

    /// <summary>Put right which line or team it came in on.</summary>
    ChangedQueue,

    /// <summary>Put right whether consent to the recording is noted.</summary>
    ChangedConsent,

    /// <summary>Said that staff and caller were the other way round.</summary>
    SwappedSides,
}
