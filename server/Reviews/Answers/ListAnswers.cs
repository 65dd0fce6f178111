using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <param name="Hidden">How many are not shown, since who asks still judges this call blind.</param>
public sealed record CallAnswers(IReadOnlyList<ReviewAnswer> Answers, int Hidden);

/// <summary>What was answered to one review, the earliest first; also when it is not shared any more.</summary>
public static class ListAnswers
{
    public static async Task<Results<Ok<CallAnswers>, ProblemHttpResult>> HandleAsync(
        Guid id, TrainingDb db, ReviewAnswers answers, ICurrentUser user, CancellationToken cancellationToken) =>
        await db.RecordedCalls.AnyAsync(row => row.Id == id, cancellationToken)
            ? TypedResults.Ok(await OfAsync(id, db, answers, user, cancellationToken))
            : ReviewProblems.NotFound();

    internal static async Task<CallAnswers> OfAsync(Guid id, TrainingDb db, ReviewAnswers answers, ICurrentUser user, CancellationToken cancellationToken)
    {
        var all = await answers.ListAsync(id, staffId: null, cancellationToken);
        return await BlindJudging.IsBlindAsync(db, user.UserId, id, cancellationToken) ? new CallAnswers([], all.Count) : new CallAnswers(all, 0);
    }
}
