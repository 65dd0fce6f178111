using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>A call as its member of staff reads it: always masked, without the name of its file and without what nobody shared.</summary>
/// <param name="StaffChannel">0 left, 1 right; or their voice; means nothing unless <paramref name="HasSides"/>.</param>
/// <param name="Debrief">Null where nobody knows who speaks.</param>
/// <param name="Words">Of the coach who shared it.</param>
/// <param name="Answers">Of the reader, the earliest first.</param>
/// <param name="Practices">Those made of this call that the reader was given.</param>
public sealed record MyReview(
    Guid Id, DateTimeOffset? TakenAt, string Queue, int DurationMs, bool HasSides, int StaffChannel, IReadOnlyList<ReviewLine> Lines, IReadOnlyList<ReviewMark> Marks, Debrief? Debrief,
    string SharedBy, DateTimeOffset SharedAt, SharedWords Words, IReadOnlyList<ReviewAnswer> Answers, IReadOnlyList<MomentComparison> Practices);

/// <summary>Scoped.</summary>
public sealed class ReadMyReviewHandler(
    TrainingDb db, SharedReviews shared, ReviewAnswers answers, ReviewReader reader, MomentComparisons comparisons, ReviewAudit audit, ICurrentUser user, TimeProvider time)
{
    public async Task<Results<Ok<MyReview>, ProblemHttpResult>> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await shared.FindMineAsync(id, cancellationToken) is not var (share, call))
        {
            return ReviewProblems.NotShared();
        }
        await audit.NoteOnceAsync(id, ReviewDeed.Opened, cancellationToken);
        share.SeenAt = time.GetUtcNow();
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Taken back a moment ago.
            return ReviewProblems.NotShared();
        }
        var reading = await reader.ReadAsync(call, reveal: false, cancellationToken);
        return TypedResults.Ok(new MyReview(
            id, call.TakenAt, call.Queue, call.DurationMs ?? 0, call.HasSides, call.StaffChannel, reading.Lines, reading.Marks, reading.Debrief,
            share.SharedByName, share.SharedAt, shared.WordsOf(share).For(user.DisplayName),
            await answers.ListAsync(id, user.UserId, cancellationToken), await comparisons.OfCallAsync(id, reading.Lines, cancellationToken)));
    }
}
