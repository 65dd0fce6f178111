namespace RealtimeTraining.Server.Reviews;

/// <summary>What was found, masked as all of it.</summary>
/// <param name="Calls">That all filters let through: with words, those in which each is said somewhere.</param>
/// <param name="NotYet">Recordings that the index still lacks; they are being read.</param>
/// <param name="Next">Pass as <c>before</c> for the next page; null on the last.</param>
public sealed record SearchPage(IReadOnlyList<SearchHit> Hits, int Calls, int NotYet, string? Next);

/// <summary>A line, or a moment, of a call.</summary>
/// <param name="Overall">The score of the whole call, 0-100; null: not scored.</param>
/// <param name="AtMs">Where in the recording.</param>
/// <param name="Line">Null: nobody spoke.</param>
/// <param name="Mark">The moment; of a line that was found by its words, the first that rests on it.</param>
public sealed record SearchHit(
    Guid ReviewId, string FileName, string? StaffName, DateTimeOffset? TakenAt, DateTimeOffset UploadedAt, string Queue, int? Overall,
    int AtMs, FoundLine? Before, FoundLine? Line, FoundLine? After, ReviewMark? Mark);

public sealed record FoundLine(int Number, Speaker Speaker, int StartMs, string Text)
{
    internal static FoundLine? At(IReadOnlyList<ReviewLine> lines, int index) =>
        index >= 0 && index < lines.Count ? new FoundLine(lines[index].Number, lines[index].Speaker, lines[index].StartMs, lines[index].Text) : null;
}
