using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <param name="Done">False: it is to be done still, or again.</param>
public sealed record ChangeAction(string What, DateTimeOffset DueAt, bool Done);

/// <summary>A coach puts an action right, moves its day, or says that it is done or is not.</summary>
public static class ChangeActions
{
    public static async Task<Results<Ok<ImprovementAction>, ProblemHttpResult>> ChangeAsync(
        Guid actionId, ChangeAction request, TrainingDb db, ImprovementActions actions, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.ImprovementActions.FirstOrDefaultAsync(row => row.Id == actionId, cancellationToken) is not { } row)
        {
            return ReviewProblems.NoSuchAction();
        }
        if (actions.Mistake(request.What, request.DueAt, row.DueAt) is { } mistake)
        {
            return Problems.Invalid(mistake);
        }
        (row.Sealed, row.DueAt, row.DoneAt) = (actions.Seal(actionId, request.What), request.DueAt, request.Done ? row.DoneAt ?? time.GetUtcNow() : null);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await actions.OfAsync(row, cancellationToken));
    }

    /// <summary>It need not be done any more. A practice call that was given with it stays given.</summary>
    public static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid actionId, TrainingDb db, ReviewAudit audit, CancellationToken cancellationToken)
    {
        if (await db.ImprovementActions.FirstOrDefaultAsync(row => row.Id == actionId, cancellationToken) is not { } row)
        {
            return ReviewProblems.NoSuchAction();
        }
        db.Remove(row);
        audit.Note(row.RecordedCallId ?? Guid.Empty, ReviewDeed.RemovedAction);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
