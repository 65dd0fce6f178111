using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>What an answer is about.</summary>
public enum AnswerAbout
{
    /// <summary>All of it.</summary>
    Review,

    /// <summary>The score of one category.</summary>
    Score,

    /// <summary>A moment of the call, or what was said about it.</summary>
    Moment,
}

public enum AnswerState
{
    /// <summary>Disputes nothing, so that nothing has to be settled.</summary>
    Said,

    /// <summary>Disputed, and no coach has settled it yet.</summary>
    Open,

    /// <summary>Disputed; a coach has looked again and stays with what was judged.</summary>
    Upheld,

    /// <summary>Disputed; a coach has looked again and judges otherwise now.</summary>
    Changed,
}

/// <summary>What a member of staff answered to a shared review, and how a coach replied. Never changed but by that one reply; goes with the recording.</summary>
public sealed class ReviewAnswerRow : ITenantOwned
{
    public required Guid Id { get; init; }

    public Guid TenantId { get; set; }

    public required Guid RecordedCallId { get; init; }

    public required Guid StaffId { get; init; }

    /// <summary>As it was then; people are renamed and leave.</summary>
    public required string StaffName { get; init; }

    public required DateTimeOffset At { get; init; }

    public required AnswerAbout About { get; init; }

    /// <summary>Of <see cref="AnswerAbout.Score"/> only.</summary>
    public ScoringCategory? Category { get; init; }

    /// <summary>From the beginning of the recording; of <see cref="AnswerAbout.Moment"/> only.</summary>
    public int? AtMs { get; init; }

    public required AnswerState State { get; set; }

    /// <summary>The text, sealed.</summary>
    public required byte[] Sealed { get; init; }

    /// <summary>Null: no coach has replied.</summary>
    public DateTimeOffset? RepliedAt { get; set; }

    public string? RepliedByName { get; set; }

    /// <summary>An <see cref="AnswerReply"/>, sealed.</summary>
    public byte[]? SealedReply { get; set; }
}

/// <param name="Score">The score that holds from now on, 0-100, where a disputed one was changed.</param>
public sealed record AnswerReply(string Text, int? Score);
