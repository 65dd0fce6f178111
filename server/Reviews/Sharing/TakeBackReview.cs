using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>From now on nobody reads the call but coaches. What the member of staff answered stays with it.</summary>
public static class TakeBackReview
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(Guid id, TrainingDb db, ReviewAudit audit, CancellationToken cancellationToken)
    {
        if (!await db.RecordedCalls.AnyAsync(row => row.Id == id, cancellationToken))
        {
            return ReviewProblems.NotFound();
        }
        if (await db.SharedReviews.FirstOrDefaultAsync(row => row.RecordedCallId == id, cancellationToken) is { } share)
        {
            db.Remove(share);
            audit.Note(id, ReviewDeed.TookBack);
            await db.SaveChangesAsync(cancellationToken);
        }
        return TypedResults.NoContent();
    }
}
