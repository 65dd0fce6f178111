using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>The filtered list as a table: one line for each recording that is ready, with its scores. Names the staff, never what was said. Scoped.</summary>
public sealed class ExportTableHandler(TrainingDb db, ReviewReader reader, ReviewSummaries summaries, ReviewAudit audit)
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
        var table = new StringBuilder(CsvLine.Of(["id", "file", "staff", "taken", "uploaded", "queue", "seconds", "overall", .. Categories.Select(category => Name(category))]));
        foreach (var (call, summary) in calls.Zip(await summaries.OfAsync(calls, cancellationToken)))
        {
            var debrief = (await reader.ReadAsync(call, reveal: false, cancellationToken)).Debrief;
            table.Append(CsvLine.Of(
            [
                call.Id, call.FileName, summary.StaffName, call.TakenAt, call.UploadedAt, call.Queue, call.DurationMs / 1_000, debrief?.Overall,
                .. Categories.Select(category => (object?)debrief?.Categories.FirstOrDefault(one => one.Category == category)?.Score),
            ]));
        }
        // With the mark by which spreadsheets know UTF-8.
        return TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(table.ToString())], "text/csv; charset=utf-8", "reviews.csv");
    }

    private static string Name(ScoringCategory category) => $"{char.ToLowerInvariant(category.ToString()[0])}{category.ToString()[1..]}";
}
