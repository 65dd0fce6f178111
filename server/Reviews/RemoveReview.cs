using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Removes a recording with its sound and all that was written down of it, in whatever stage it is.</summary>
public static class RemoveReview
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, TrainingDb db, ReviewFolder folder, ReviewQueue queue, ReviewAudit audit, CancellationToken cancellationToken)
    {
        if (await db.RecordedCalls.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } call)
        {
            return ReviewProblems.NotFound();
        }
        if (await db.RecordingHolds.AnyAsync(row => row.RecordedCallId == id, cancellationToken))
        {
            return ReviewProblems.OnHold();
        }
        audit.Note(call.Id, ReviewDeed.Removed);
        db.Remove(call);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else was quicker.
            return ReviewProblems.NotFound();
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Held a moment ago: the database refuses.
            return ReviewProblems.OnHold();
        }
        queue.Leave(id);
        folder.Remove(call);
        return TypedResults.NoContent();
    }
}
