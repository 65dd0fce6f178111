using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Calls;

/// <param name="Next">Pass as <c>before</c> for the next page; null on the last.</param>
public sealed record CallPage(IReadOnlyList<CallSummary> Calls, string? Next);

public sealed record CallFilter(
    string? ScenarioId, Named<ScenarioType>? Type, Named<Difficulty>? Difficulty, Named<CallStatus>? Status, DateTimeOffset? From, DateTimeOffset? To, bool? Mine, string? Before, int? Take);

public static class ListCalls
{
    public static async Task<Results<Ok<CallPage>, ProblemHttpResult>> HandleAsync(
        [AsParameters] CallFilter filter, CallAccess access, CallSummaries summaries, TrainingDb db, ICurrentUser user, CancellationToken cancellationToken)
    {
        var take = Math.Clamp(filter.Take ?? 20, 1, 100);
        if (!TryReadCursor(filter.Before, out var before))
        {
            return Problems.Problem("cursorInvalid", StatusCodes.Status400BadRequest, "The place in the list is not one that this server gave. Load the list again.");
        }
        var userId = user.UserId;
        var found = await Matching(access.Visible(), filter, userId)
            .Where(call => before == null || call.StartedAt < before)
            .OrderByDescending(call => call.StartedAt)
            .Take(take + 1)
            .Join(db.Users, call => call.TraineeId, person => person.Id, (call, person) => new { call, person.DisplayName })
            .ToListAsync(cancellationToken);
        var page = found.OrderByDescending(entry => entry.call.StartedAt).Take(take).ToList();
        var next = found.Count > take ? page[^1].call.StartedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) : null;
        return TypedResults.Ok(new CallPage([.. page.Select(entry => summaries.Of(entry.call, entry.DisplayName, userId))], next));
    }

    private static IQueryable<CallRow> Matching(IQueryable<CallRow> calls, CallFilter filter, Guid userId)
    {
        calls = filter.ScenarioId is { } scenario ? calls.Where(call => call.ScenarioId == scenario) : calls;
        calls = filter.Type?.Value is { } type ? calls.Where(call => call.ScenarioType == type) : calls;
        calls = filter.Difficulty?.Value is { } difficulty ? calls.Where(call => call.Difficulty == difficulty) : calls;
        calls = filter.Status?.Value is { } status ? calls.Where(call => call.Status == status) : calls;
        calls = filter.From is { } from ? calls.Where(call => call.StartedAt >= from) : calls;
        calls = filter.To is { } to ? calls.Where(call => call.StartedAt < to) : calls;
        return filter.Mine == true ? calls.Where(call => call.TraineeId == userId) : calls;
    }

    private static bool TryReadCursor(string? text, out DateTimeOffset? before)
    {
        before = null;
        if (text is null)
        {
            return true;
        }
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) || milliseconds > 253_402_300_799_999)
        {
            return false;
        }
        before = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        return true;
    }
}
