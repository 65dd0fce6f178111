using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>What a person should be told of their reviewed calls, and of those they are to judge, wherever they start.</summary>
/// <param name="Shared">Calls that they may read.</param>
/// <param name="New">Of them, not looked at since they were shared or changed.</param>
/// <param name="Replies">Of coaches to their answers, not read yet.</param>
/// <param name="Actions">To be practised still.</param>
/// <param name="Overdue">Of them, those whose day has passed.</param>
public sealed record MyNotice(int Shared, int New, int Replies, int Actions, int Overdue)
{
    /// <summary>Recordings that wait for them in calibrations.</summary>
    public int ToJudge { get; init; }

    /// <summary>Calibrations that have opened, and that they have not looked at since.</summary>
    public int Opened { get; init; }
}

public static class GetMyNotice
{
    public static async Task<Ok<MyNotice>> HandleAsync(TrainingDb db, SharedReviews shared, CalibrationNews calibrations, ICurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        var (me, now) = (user.UserId, time.GetUtcNow());
        var toDo = db.ImprovementActions.Where(action => action.PersonId == me && action.DoneAt == null);
        var mine = shared.Mine().AsNoTracking().Where(row => db.RecordedCalls.Any(call => call.Id == row.RecordedCallId && call.Status == ReviewStatus.Ready));
        var (toJudge, opened) = await calibrations.CountAsync(cancellationToken);
        return TypedResults.Ok(new MyNotice(
            await mine.CountAsync(cancellationToken), await mine.CountAsync(row => row.SeenAt == null, cancellationToken),
            await db.ReviewAnswers.CountAsync(answer => answer.StaffId == me && mine.Any(row => row.RecordedCallId == answer.RecordedCallId && answer.RepliedAt > row.SeenAt), cancellationToken),
            await toDo.CountAsync(cancellationToken), await toDo.CountAsync(action => action.DueAt < now, cancellationToken))
        {
            ToJudge = toJudge,
            Opened = opened,
        });
    }
}
