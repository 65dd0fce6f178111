using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>A call that was shared with who asks. The name of its file is not told: it may name the caller.</summary>
/// <param name="IsNew">Not looked at since it was shared or changed.</param>
public sealed record MyReviewListed(Guid Id, DateTimeOffset? TakenAt, string Queue, int DurationMs, string SharedBy, DateTimeOffset SharedAt, bool IsNew);

/// <summary>The latest first.</summary>
public static class ListMyReviews
{
    private const int Most = 200;

    public static async Task<Ok<List<MyReviewListed>>> HandleAsync(TrainingDb db, SharedReviews shared, CancellationToken cancellationToken) =>
        TypedResults.Ok(await shared.Mine().AsNoTracking()
            .Join(db.RecordedCalls.Where(call => call.Status == ReviewStatus.Ready), row => row.RecordedCallId, call => call.Id, (row, call) => new { row, call })
            .OrderByDescending(both => both.row.SharedAt).Take(Most)
            .Select(both => new MyReviewListed(
                both.call.Id, both.call.TakenAt, both.call.Queue, both.call.DurationMs ?? 0, both.row.SharedByName, both.row.SharedAt, both.row.SeenAt == null))
            .ToListAsync(cancellationToken));
}
