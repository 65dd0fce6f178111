using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>What who asks shall practise.</summary>
public static class MyActions
{
    /// <summary>What is to be done first by its day, then what was done. The recording is named only while it is shared with them.</summary>
    public static async Task<Ok<IReadOnlyList<ImprovementAction>>> ListAsync(
        TrainingDb db, SharedReviews shared, ImprovementActions actions, ICurrentUser user, CancellationToken cancellationToken)
    {
        var rows = await ListActions.Matching(db, new ActionFilter(user.UserId, null, null)).Take(ListActions.Most).ToListAsync(cancellationToken);
        var readable = await shared.Mine().Select(row => row.RecordedCallId).ToListAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<ImprovementAction>>(
            [.. (await actions.OfAsync(rows, cancellationToken)).Select(action => action.RecordedCallId is { } call && readable.Contains(call) ? action : action with { RecordedCallId = null })]);
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> SayDoneAsync(
        Guid actionId, TrainingDb db, ReviewAudit audit, ICurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        var me = user.UserId;
        if (await db.ImprovementActions.FirstOrDefaultAsync(row => row.Id == actionId && row.PersonId == me, cancellationToken) is not { } row)
        {
            return ReviewProblems.NoSuchAction();
        }
        if (row.DoneAt is null)
        {
            row.DoneAt = time.GetUtcNow();
            audit.Note(row.RecordedCallId ?? Guid.Empty, ReviewDeed.DidAction);
            await db.SaveChangesAsync(cancellationToken);
        }
        return TypedResults.NoContent();
    }
}
