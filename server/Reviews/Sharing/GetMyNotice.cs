using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>What a person should be told of their reviewed calls, wherever they start.</summary>
/// <param name="Shared">Calls that they may read.</param>
/// <param name="New">Of them, not looked at since they were shared or changed.</param>
public sealed record MyNotice(int Shared, int New);

public static class GetMyNotice
{
    public static async Task<Ok<MyNotice>> HandleAsync(TrainingDb db, SharedReviews shared, CancellationToken cancellationToken)
    {
        var mine = shared.Mine().AsNoTracking().Where(row => db.RecordedCalls.Any(call => call.Id == row.RecordedCallId && call.Status == ReviewStatus.Ready));
        return TypedResults.Ok(new MyNotice(await mine.CountAsync(cancellationToken), await mine.CountAsync(row => row.SeenAt == null, cancellationToken)));
    }
}
