using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>The recording may be removed again.</summary>
public static class ReleaseRecording
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(Guid id, TrainingDb db, ReviewAudit audit, CancellationToken cancellationToken)
    {
        if (!await db.RecordedCalls.AnyAsync(row => row.Id == id, cancellationToken))
        {
            return ReviewProblems.NotFound();
        }
        if (await db.RecordingHolds.FirstOrDefaultAsync(row => row.RecordedCallId == id, cancellationToken) is { } hold)
        {
            db.Remove(hold);
            audit.Note(id, ReviewDeed.Released);
            await db.SaveChangesAsync(cancellationToken);
        }
        return TypedResults.NoContent();
    }
}
