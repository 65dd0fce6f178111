using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <param name="Next">Pass as <c>before</c> for the next page; null on the last.</param>
public sealed record ReviewPage(IReadOnlyList<ReviewSummary> Reviews, string? Next);

/// <param name="Queue">The whole name, as it was given.</param>
/// <param name="From">Uploaded at or after.</param>
/// <param name="To">Uploaded before.</param>
public sealed record ReviewFilter(Named<ReviewStatus>? Status, Guid? StaffId, string? Queue, DateTimeOffset? From, DateTimeOffset? To, string? Before, int? Take);

/// <summary>The newest upload first.</summary>
public static class ListReviews
{
    public static async Task<Results<Ok<ReviewPage>, ProblemHttpResult>> HandleAsync(
        [AsParameters] ReviewFilter filter, TrainingDb db, ReviewSummaries summaries, CancellationToken cancellationToken)
    {
        var take = Math.Clamp(filter.Take ?? 20, 1, 100);
        if (!ReviewCursor.TryRead(filter.Before, out var cursor))
        {
            return Problems.Problem("cursorInvalid", StatusCodes.Status400BadRequest, "The place in the list is not one that this server gave. Load the list again.");
        }
        var matching = Matching(db.RecordedCalls.AsNoTracking(), filter);
        if (cursor is { At: var at })
        {
            matching = matching.Where(row => row.UploadedAt <= at);
        }
        var found = await matching.OrderByDescending(row => row.UploadedAt).ThenByDescending(row => row.Id)
            .Skip(cursor?.Shown ?? 0).Take(take + 1).ToListAsync(cancellationToken);
        var page = found.Take(take).ToList();
        return TypedResults.Ok(new ReviewPage(
            await summaries.OfAsync(page, cancellationToken), found.Count > take ? ReviewCursor.After(page, cursor).ToString() : null));
    }

    internal static IQueryable<RecordedCallRow> Matching(IQueryable<RecordedCallRow> calls, ReviewFilter filter)
    {
        calls = filter.Status?.Value is { } status ? calls.Where(call => call.Status == status) : calls;
        calls = filter.StaffId is { } staff ? calls.Where(call => call.StaffId == staff) : calls;
        calls = filter.Queue is { Length: > 0 } queue ? calls.Where(call => call.Queue == queue) : calls;
        calls = filter.From is { } from ? calls.Where(call => call.UploadedAt >= from) : calls;
        return filter.To is { } to ? calls.Where(call => call.UploadedAt < to) : calls;
    }
}
