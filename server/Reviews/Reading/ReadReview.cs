using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>All that there is to read of a recorded call.</summary>
/// <param name="Revealed">False: what tells who somebody is stands masked in lines, marks and debrief.</param>
/// <param name="Lines">In order, without those in which no words were recognised.</param>
/// <param name="Debrief">Null where nobody knows who speaks.</param>
public sealed record ReviewReading(ReviewSummary Review, bool Revealed, IReadOnlyList<ReviewLine> Lines, IReadOnlyList<ReviewMark> Marks, Debrief? Debrief);

/// <summary>
/// Reads a call anew each time, so that it follows at once when the sides are swapped. Identifiers are masked before
/// anything else reads the words. Scoped.
/// </summary>
public sealed class ReadReviewHandler(
    TrainingDb db, RecordingVault vault, ReviewSummaries summaries, MomentFinder moments, ReviewDebrief debriefs, ReviewAudit audit)
{
    /// <param name="reveal">Nothing masked, which is written down with the name of who asks.</param>
    public async Task<Results<Ok<ReviewReading>, ProblemHttpResult>> HandleAsync(Guid id, bool reveal, CancellationToken cancellationToken)
    {
        if (await db.RecordedCalls.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } call)
        {
            return ReviewProblems.NotFound();
        }
        if (call.Status != ReviewStatus.Ready)
        {
            return Problems.Problem("notReady", StatusCodes.Status409Conflict, "This recording is not ready to be read. The list says where it stands.");
        }
        await audit.NoteOnceAsync(call.Id, reveal ? ReviewDeed.Revealed : ReviewDeed.Opened, cancellationToken);
        var spoken = await LinesAsync(call, cancellationToken);
        var lines = reveal ? spoken : MaskedLines.Of(spoken);
        var silences = MomentFinder.Silences(lines);
        var debrief = call.TwoSided ? debriefs.Write(call.Id, call.DurationMs ?? 0, lines, silences) : null;
        return TypedResults.Ok(new ReviewReading(await summaries.OfAsync(call, cancellationToken), reveal, lines, moments.Find(lines, silences, debrief), debrief));
    }

    private async Task<List<ReviewLine>> LinesAsync(RecordedCallRow call, CancellationToken cancellationToken) =>
        [.. (await RecordedLines.LoadAsync(db, vault, call.Id, cancellationToken))
            .Where(line => line.Words.Text.Length > 0)
            .Select(line => new ReviewLine(
                line.Row.Number, SpeakerOf(call, line.Row.Channel), line.Row.StartMs, line.Row.EndMs, line.Words.Text, line.Words.Confidence, line.Words.Words))];

    private static Speaker SpeakerOf(RecordedCallRow call, int channel) =>
        !call.TwoSided ? Speaker.Unknown : channel == call.StaffChannel ? Speaker.Staff : Speaker.Caller;
}
