using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <param name="Reason">Names the matter, not the caller.</param>
public sealed record HoldReason(string Reason);

/// <summary>From now on nobody removes the recording.</summary>
public static class HoldRecording
{
    private const int MostCharacters = 300;

    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid id, HoldReason request, TrainingDb db, ReviewAudit audit, ICurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!await db.RecordedCalls.AnyAsync(row => row.Id == id, cancellationToken))
        {
            return ReviewProblems.NotFound();
        }
        if (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > MostCharacters)
        {
            return Problems.Invalid($"Say why it must be kept, in {MostCharacters} characters at most.");
        }
        if (!await db.RecordingHolds.AnyAsync(row => row.RecordedCallId == id, cancellationToken))
        {
            db.Add(new RecordingHoldRow { RecordedCallId = id, HeldBy = user.UserId, HeldByName = user.DisplayName, HeldAt = time.GetUtcNow(), Reason = request.Reason.Trim() });
            audit.Note(id, ReviewDeed.Held);
            await db.SaveChangesAsync(cancellationToken);
        }
        return TypedResults.NoContent();
    }
}
