using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>The member of staff is on the other channel, or has the other voice, than was thought.</summary>
public static class SwapRoles
{
    public static async Task<Results<Ok<ReviewSummary>, ProblemHttpResult>> HandleAsync(
        Guid id, TrainingDb db, ReviewSummaries summaries, ReviewAudit audit, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.RecordedCalls.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } call)
        {
            return ReviewProblems.NotFound();
        }
        if (call.Status != ReviewStatus.Ready || !call.HasSides)
        {
            return Problems.Problem("notTwoSided", StatusCodes.Status409Conflict,
                call.Status == ReviewStatus.Ready ? "This recording has no party on each side, and no two voices, that could be swapped." : "Wait until the recording is ready.");
        }
        audit.Note(id, ReviewDeed.SwappedSides);
        (call.StaffChannel, call.ChangedAt) = (1 - call.StaffChannel, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await summaries.OfAsync(call, cancellationToken));
    }
}
