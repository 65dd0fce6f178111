using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

public static class GetReview
{
    public static async Task<Results<Ok<ReviewSummary>, ProblemHttpResult>> HandleAsync(
        Guid id, TrainingDb db, ReviewSummaries summaries, CancellationToken cancellationToken) =>
        await db.RecordedCalls.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } call
            ? TypedResults.Ok(await summaries.OfAsync(call, cancellationToken))
            : ReviewProblems.NotFound();
}
