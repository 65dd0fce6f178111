using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <param name="Category">Of an answer to a score, and of no other.</param>
/// <param name="AtMs">Of an answer to a moment, and of no other; from the beginning of the recording.</param>
/// <param name="Disputes">A coach shall look again and say what holds.</param>
public sealed record GiveAnswer(AnswerAbout About, ScoringCategory? Category, int? AtMs, bool Disputes, string Text);

/// <summary>The member of staff answers a review that is shared with them. It is kept as it is. Scoped.</summary>
public sealed class GiveAnswerHandler(TrainingDb db, SharedReviews shared, ReviewAnswers answers, ReviewAudit audit, ICurrentUser user, TimeProvider time)
{
    /// <summary>To one review: more than anybody writes.</summary>
    public const int Most = 100;

    public async Task<Results<Ok<IReadOnlyList<ReviewAnswer>>, ProblemHttpResult>> HandleAsync(Guid id, GiveAnswer request, CancellationToken cancellationToken)
    {
        if (await shared.FindMineAsync(id, cancellationToken) is not { Call: var call })
        {
            return ReviewProblems.NotShared();
        }
        if (string.IsNullOrWhiteSpace(request.Text) || request.Text.Length > ReviewAnswers.MostCharacters)
        {
            return Problems.Invalid($"Write your answer, in {ReviewAnswers.MostCharacters:N0} characters at most.");
        }
        if (!Enum.IsDefined(request.About) || (request.Category is { } category && !Enum.IsDefined(category))
            || request.Category is null == (request.About == AnswerAbout.Score) || request.AtMs is null == (request.About == AnswerAbout.Moment)
            || request.AtMs < 0 || request.AtMs > (call.DurationMs ?? 0))
        {
            return Problems.Invalid("Choose what your answer is about: the review, one score, or a moment within the recording.");
        }
        var me = user.UserId;
        if (await db.ReviewAnswers.CountAsync(row => row.RecordedCallId == id && row.StaffId == me, cancellationToken) >= Most)
        {
            return Problems.Problem("tooManyAnswers", StatusCodes.Status409Conflict, $"You have answered this review {Most} times. Talk to your coach.");
        }
        var answer = Guid.CreateVersion7();
        db.Add(new ReviewAnswerRow
        {
            Id = answer, RecordedCallId = id, StaffId = me, StaffName = user.DisplayName, At = time.GetUtcNow(), About = request.About, Category = request.Category, AtMs = request.AtMs,
            State = request.Disputes ? AnswerState.Open : AnswerState.Said, Sealed = answers.SealText(answer, request.Text.Trim()),
        });
        audit.Note(id, ReviewDeed.Answered);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await answers.ListAsync(id, me, cancellationToken));
    }
}
