using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>The actions that fit a filter as a table, with the words of the coaches who set them.</summary>
public static class ExportActions
{
    /// <summary>Who needs more narrows the filter.</summary>
    public const int Most = 5_000;

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> HandleAsync(
        [AsParameters] ActionFilter filter, TrainingDb db, ImprovementActions actions, ReviewAudit audit, CancellationToken cancellationToken)
    {
        var rows = await ListActions.Matching(db, filter).Take(Most + 1).ToListAsync(cancellationToken);
        if (rows.Count > Most)
        {
            return Problems.Problem("tooManyRows", StatusCodes.Status409Conflict, $"More than {Most:N0} actions fit. Narrow the filter, for instance to one person.");
        }
        audit.Note(Guid.Empty, ReviewDeed.Exported);
        await db.SaveChangesAsync(cancellationToken);
        var table = new CsvFile("id", "person", "what", "state", "due", "done", "setBy", "set", "recording", "practice");
        foreach (var action in await actions.OfAsync(rows, cancellationToken))
        {
            table.Add(
                action.Id, action.PersonName, action.What, action.State.ToString().ToLowerInvariant(), action.DueAt, action.DoneAt, action.SetBy, action.SetAt, action.RecordedCallId, action.PracticeTitle);
        }
        return table.Named("actions.csv");
    }
}
