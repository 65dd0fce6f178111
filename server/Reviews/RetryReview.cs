using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Queues a recording that failed again, in the stage where it failed.</summary>
public static class RetryReview
{
    public static async Task<Results<Ok<ReviewSummary>, ProblemHttpResult>> HandleAsync(
        Guid id, TrainingDb db, ReviewSummaries summaries, ReviewQueue queue, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.RecordedCalls.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } call)
        {
            return ReviewProblems.NotFound();
        }
        if (call.Status != ReviewStatus.Failed)
        {
            return Problems.Problem("notFailed", StatusCodes.Status409Conflict, "Only a recording that failed can be tried again.");
        }
        (call.Status, call.ChangedAt, call.Problem, call.ProblemCode) = (ReviewStatus.Queued, time.GetUtcNow(), null, null);
        await db.SaveChangesAsync(cancellationToken);
        queue.Wake();
        return TypedResults.Ok(await summaries.OfAsync(call, cancellationToken));
    }
}
