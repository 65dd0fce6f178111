using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>All that there is to read of a recorded call.</summary>
/// <param name="Revealed">False: what tells who somebody is stands masked in lines, marks and debrief.</param>
/// <param name="Lines">In order, without those in which no words were recognised.</param>
/// <param name="Debrief">Null where nobody knows who speaks.</param>
public sealed record ReviewReading(ReviewSummary Review, bool Revealed, IReadOnlyList<ReviewLine> Lines, IReadOnlyList<ReviewMark> Marks, Debrief? Debrief);

/// <summary>Scoped.</summary>
public sealed class ReadReviewHandler(TrainingDb db, ReviewReader reader, ReviewSummaries summaries, ReviewAudit audit)
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
            return ReviewProblems.NotReady();
        }
        await audit.NoteOnceAsync(call.Id, reveal ? ReviewDeed.Revealed : ReviewDeed.Opened, cancellationToken);
        var reading = await reader.ReadAsync(call, reveal, cancellationToken);
        return TypedResults.Ok(new ReviewReading(await summaries.OfAsync(call, cancellationToken), reveal, reading.Lines, reading.Marks, reading.Debrief));
    }
}
