using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <param name="Done">False: what is still to be done; null: all.</param>
public sealed record ActionFilter(Guid? PersonId, Guid? RecordedCallId, bool? Done);

/// <summary>Of the organisation: what is to be done first by its day, then what was done, the latest first.</summary>
public static class ListActions
{
    public const int Most = 500;

    public static async Task<Ok<IReadOnlyList<ImprovementAction>>> HandleAsync(
        [AsParameters] ActionFilter filter, TrainingDb db, ImprovementActions actions, CancellationToken cancellationToken) =>
        TypedResults.Ok(await actions.OfAsync(await Matching(db, filter).Take(Most).ToListAsync(cancellationToken), cancellationToken));

    internal static IQueryable<ImprovementActionRow> Matching(TrainingDb db, ActionFilter filter)
    {
        var rows = db.ImprovementActions.AsNoTracking();
        rows = filter.PersonId is { } person ? rows.Where(row => row.PersonId == person) : rows;
        rows = filter.RecordedCallId is { } call ? rows.Where(row => row.RecordedCallId == call) : rows;
        rows = filter.Done is { } done ? rows.Where(row => row.DoneAt != null == done) : rows;
        return rows.OrderBy(row => row.DoneAt != null).ThenByDescending(row => row.DoneAt).ThenBy(row => row.DueAt).ThenBy(row => row.Id);
    }
}
