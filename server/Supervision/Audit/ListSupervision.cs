using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Supervision;

/// <param name="DurationMs">Null while it goes on; 0 for what takes no time.</param>
public sealed record SupervisionEntry(
    Guid Id, DateTimeOffset At, CallId CallId, string Supervisor, string Trainee, string ScenarioTitle, SupervisionAct Act, int AtMs,
    long? DurationMs, SupervisionEnd? EndedBecause);

/// <param name="Next">Pass it as <c>before</c> to get older ones; null when there are none.</param>
public sealed record SupervisionPage(IReadOnlyList<SupervisionEntry> Entries, string? Next);

/// <summary>Who supervised which call, the newest first.</summary>
public static class ListSupervision
{
    private const int MaxTake = 200;

    public static async Task<Results<Ok<SupervisionPage>, ProblemHttpResult>> HandleAsync(
        TrainingDb db, CancellationToken cancellationToken, CallId? callId = null, string? before = null, int take = 50)
    {
        if (take is < 1 or > MaxTake)
        {
            return Problems.Invalid($"take must be 1 to {MaxTake}.");
        }
        IQueryable<SupervisionRow> rows = db.Supervisions.AsNoTracking();
        if (callId is { } call)
        {
            rows = rows.Where(row => row.CallId == call.Value);
        }
        if (before is not null)
        {
            if (!long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) || milliseconds > 253_402_300_799_999)
            {
                return Problems.Invalid("before must be what a page gave as next.");
            }
            var until = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
            rows = rows.Where(row => row.StartedAt < until);
        }
        var page = await rows.OrderByDescending(row => row.StartedAt).ThenByDescending(row => row.Id).Take(take + 1).ToListAsync(cancellationToken);
        var next = page.Count > take ? page[take - 1].StartedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) : null;
        return TypedResults.Ok(new SupervisionPage([.. page.Take(take).Select(Entry)], next));
    }

    private static SupervisionEntry Entry(SupervisionRow row) => new(
        row.Id, row.StartedAt, new CallId(row.CallId), row.SupervisorName, row.TraineeName, row.ScenarioTitle, row.Act, row.AtMs,
        row.EndedAt is { } end ? (long)(end - row.StartedAt).TotalMilliseconds : null, row.EndedBecause);
}
