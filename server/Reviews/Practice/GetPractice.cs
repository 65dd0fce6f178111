using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>A draft, who it was given to, and how each practice of it compares with the real call.</summary>
public static class GetPractice
{
    public static async Task<Results<Ok<MomentPractice>, ProblemHttpResult>> HandleAsync(
        Guid id, Guid practiceId, TrainingDb db, MomentPractices practices, ReviewAudit audit, CancellationToken cancellationToken)
    {
        if (await db.RecordedCalls.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } call)
        {
            return ReviewProblems.NotFound();
        }
        if (await db.MomentPractices.AsNoTracking().FirstOrDefaultAsync(row => row.Id == practiceId && row.RecordedCallId == id, cancellationToken) is not { } row)
        {
            return ReviewProblems.NoSuchPractice();
        }
        await audit.NoteOnceAsync(id, ReviewDeed.Opened, cancellationToken);
        return TypedResults.Ok(await practices.OfAsync(call, row, cancellationToken));
    }
}
