using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <param name="State">Upheld or changed where the answer disputes something; said where it does not.</param>
/// <param name="Score">That holds from now on, 0-100; where a disputed score is changed, and nowhere else.</param>
public sealed record ReplyToAnswer(AnswerState State, string Text, int? Score);

/// <summary>A coach replies to what a member of staff answered, once, and settles what was disputed. The answer stays as it was. Scoped.</summary>
public sealed class ReplyToAnswerHandler(TrainingDb db, ReviewAnswers answers, ReviewAudit audit, ICurrentUser user, TimeProvider time)
{
    public async Task<Results<Ok<CallAnswers>, ProblemHttpResult>> HandleAsync(Guid id, Guid answerId, ReplyToAnswer request, CancellationToken cancellationToken)
    {
        if (!await db.RecordedCalls.AnyAsync(row => row.Id == id, cancellationToken))
        {
            return ReviewProblems.NotFound();
        }
        if (await db.ReviewAnswers.FirstOrDefaultAsync(row => row.Id == answerId && row.RecordedCallId == id, cancellationToken) is not { } answer)
        {
            return Problems.NotFound("noSuchAnswer", "There is no such answer to this review. Load the page again.");
        }
        if (await BlindJudging.IsBlindAsync(db, user.UserId, id, cancellationToken))
        {
            return Problems.Problem("judgedBlind", StatusCodes.Status409Conflict, "You judge this call in a calibration that has not opened. Reply when it has, or let another coach reply.");
        }
        if (answer.RepliedAt is not null)
        {
            return RepliedAlready();
        }
        if (string.IsNullOrWhiteSpace(request.Text) || request.Text.Length > ReviewAnswers.MostCharacters)
        {
            return Problems.Invalid($"Write your reply, in {ReviewAnswers.MostCharacters:N0} characters at most.");
        }
        if (answer.State == AnswerState.Open ? request.State is not (AnswerState.Upheld or AnswerState.Changed) : request.State != AnswerState.Said)
        {
            return Problems.Invalid(answer.State == AnswerState.Open ? "Say whether what was judged holds or changes." : "This answer disputes nothing, so there is nothing to settle.");
        }
        var changesScore = answer.About == AnswerAbout.Score && request.State == AnswerState.Changed;
        if (changesScore ? request.Score is not (>= 0 and <= 100) : request.Score is not null)
        {
            return Problems.Invalid(changesScore ? "Give the score that holds from now on, between 0 and 100." : "Only a disputed score can be changed to another.");
        }
        (answer.State, answer.RepliedAt, answer.RepliedByName) = (request.State, time.GetUtcNow(), user.DisplayName);
        answer.SealedReply = answers.SealReply(answerId, new AnswerReply(request.Text.Trim(), request.Score));
        audit.Note(id, ReviewDeed.Replied);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another coach was quicker.
            return RepliedAlready();
        }
        return TypedResults.Ok(await ListAnswers.OfAsync(id, db, answers, user, cancellationToken));
    }

    private static ProblemHttpResult RepliedAlready() => Problems.Problem("repliedAlready", StatusCodes.Status409Conflict, "A coach has replied to this answer already. Load the page again to read it.");
}
