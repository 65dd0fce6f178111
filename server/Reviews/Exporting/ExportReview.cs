using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>A review as a file: what the page shows, always masked, with the judgements and answers that who asks may read, and what is to be practised.</summary>
public sealed record ExportedReview(DateTimeOffset ExportedAt, string ExportedBy, ReviewReading Reading, CallJudgements Judgements, ReviewSharing Sharing, CallAnswers Answers, IReadOnlyList<ImprovementAction> Actions);

/// <summary>Scoped.</summary>
public sealed class ExportReviewHandler(
    TrainingDb db, ReviewReader reader, ReviewSummaries summaries, Judgements judgements, SharedReviews shared, ReviewAnswers answers, ImprovementActions actions, ReviewAudit audit, ICurrentUser user, TimeProvider time)
{
    private static readonly JsonSerializerOptions Indented = Json.Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true });

    public async Task<Results<FileContentHttpResult, ProblemHttpResult>> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.RecordedCalls.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } call)
        {
            return ReviewProblems.NotFound();
        }
        if (call.Status != ReviewStatus.Ready)
        {
            return ReviewProblems.NotReady();
        }
        audit.Note(id, ReviewDeed.Exported);
        await db.SaveChangesAsync(cancellationToken);
        var reading = await reader.ReadAsync(call, reveal: false, cancellationToken);
        var review = new ExportedReview(
            time.GetUtcNow(), user.DisplayName,
            new ReviewReading(await summaries.OfAsync(call, cancellationToken), Revealed: false, reading.Lines, reading.Marks, reading.Debrief),
            await ListJudgements.OfAsync(id, db, judgements, user, cancellationToken),
            await GetShare.OfAsync(id, db, shared, user, cancellationToken),
            await ListAnswers.OfAsync(id, db, answers, user, cancellationToken),
            await actions.OfAsync(await ListActions.Matching(db, new ActionFilter(null, id, null)).ToListAsync(cancellationToken), cancellationToken));
        return TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(review, Indented), "application/json", $"review-{id:N}.json");
    }
}
