using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>A line of a recorded call as somebody put it right. What the recogniser wrote stays below it, and so does each correction before.</summary>
public sealed class LineCorrectionRow : ITenantOwned
{
    public required Guid RecordedCallId { get; init; }

    public required int Line { get; init; }

    /// <summary>1, 2, 3, ...; the highest holds.</summary>
    public required int Version { get; init; }

    public Guid TenantId { get; set; }

    public required DateTimeOffset At { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>As it was then; people are renamed and leave.</summary>
    public required string PersonName { get; init; }

    /// <summary>A <see cref="CorrectedLine"/>, sealed.</summary>
    public required byte[] Sealed { get; init; }
}

/// <param name="Speaker">Null: as the recording's sides say.</param>
/// <param name="Words">With times from the beginning of the recording.</param>
public sealed record CorrectedLine(string Text, Speaker? Speaker, int StartMs, int EndMs, IReadOnlyList<Calls.SpokenWord> Words);
