using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>The filtered list as a table: one line for each recording that is ready, with its scores and how many disputes and actions of it are open. Names the staff, never what was said. Scoped.</summary>
public sealed class ExportTableHandler(TrainingDb db, ReviewReader reader, ReviewSummaries summaries, ReviewAudit audit, TimeProvider time)
{
    /// <summary>Each is read anew for its scores; who needs more narrows the filter.</summary>
    public const int Most = 500;

    private static readonly ScoringCategory[] Categories = Enum.GetValues<ScoringCategory>();

    /// <param name="filter">As of the list; its place and its number are not looked at.</param>
    public async Task<Results<FileContentHttpResult, ProblemHttpResult>> HandleAsync(ReviewFilter filter, CancellationToken cancellationToken)
    {
        var calls = await ListReviews.Matching(db.RecordedCalls.AsNoTracking(), filter).Where(call => call.Status == ReviewStatus.Ready)
            .OrderByDescending(call => call.UploadedAt).ThenByDescending(call => call.Id).Take(Most + 1).ToListAsync(cancellationToken);
        if (calls.Count > Most)
        {
            return Problems.Problem("tooManyRows", StatusCodes.Status409Conflict, $"More than {Most} recordings fit. Narrow the filter, for instance to one month.");
        }
        audit.Note(Guid.Empty, ReviewDeed.Exported);
        await db.SaveChangesAsync(cancellationToken);
        var table = new CsvFile(["id", "file", "staff", "taken", "uploaded", "queue", "seconds", "overall", .. Categories.Select(category => Name(category)), "openDisputes", "openActions", "overdueActions"]);
        var (ids, now) = (calls.Select(call => call.Id).ToList(), time.GetUtcNow());
        var disputes = await db.ReviewAnswers.Where(answer => ids.Contains(answer.RecordedCallId) && answer.State == AnswerState.Open)
            .GroupBy(answer => answer.RecordedCallId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var dueDays = (await db.ImprovementActions.Where(action => action.DoneAt == null && action.RecordedCallId != null && ids.Contains(action.RecordedCallId.Value))
            .Select(action => new { CallId = action.RecordedCallId!.Value, action.DueAt }).ToListAsync(cancellationToken)).ToLookup(action => action.CallId, action => action.DueAt);
        foreach (var (call, summary) in calls.Zip(await summaries.OfAsync(calls, cancellationToken)))
        {
            var debrief = (await reader.ReadAsync(call, reveal: false, cancellationToken)).Debrief;
            table.Add(
            [
                call.Id, call.FileName, summary.StaffName, call.TakenAt, call.UploadedAt, call.Queue, call.DurationMs / 1_000, debrief?.Overall,
                .. Categories.Select(category => (object?)debrief?.Categories.FirstOrDefault(one => one.Category == category)?.Score),
                disputes.GetValueOrDefault(call.Id), dueDays[call.Id].Count(), dueDays[call.Id].Count(due => due < now),
            ]);
        }
        return table.Named("reviews.csv");
    }

    private static string Name(ScoringCategory category) => $"{char.ToLowerInvariant(category.ToString()[0])}{category.ToString()[1..]}";
}
