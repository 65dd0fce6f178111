using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Something that a member of staff disputes and no coach has settled. What they wrote stands on the recording's page.</summary>
public sealed record OpenDispute(Guid RecordedCallId, string FileName, string StaffName, DateTimeOffset At, AnswerAbout About, ScoringCategory? Category, int? AtMs);

/// <summary>Of the organisation, those that wait longest first.</summary>
public static class ListDisputes
{
    private const int Most = 200;

    public static async Task<Ok<List<OpenDispute>>> HandleAsync(TrainingDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.ReviewAnswers.AsNoTracking().Where(row => row.State == AnswerState.Open)
            .Join(db.RecordedCalls, row => row.RecordedCallId, call => call.Id, (row, call) => new { row, call.FileName })
            .OrderBy(both => both.row.At).Take(Most)
            .Select(both => new OpenDispute(both.row.RecordedCallId, both.FileName, both.row.StaffName, both.row.At, both.row.About, both.row.Category, both.row.AtMs))
            .ToListAsync(cancellationToken));
}
