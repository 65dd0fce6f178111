using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <param name="StaffId">Who took the call.</param>
/// <param name="Note">To them; may be empty.</param>
/// <param name="Scores">The scores of one's own judgement go along.</param>
/// <param name="Comments">Which comments and strengths of one's own judgement go along, counted from 0.</param>
public sealed record ShareReview(Guid StaffId, string Note, bool Scores, IReadOnlyList<int> Comments);

/// <summary>Lets the member of staff read a call, with what the coach chooses of their own judgement; done again, it changes what goes along. Scoped.</summary>
public sealed class ShareReviewHandler(TrainingDb db, SharedReviews shared, Judgements judgements, ReviewAudit audit, ICurrentUser user, TimeProvider time)
{
    public async Task<Results<Ok<ReviewSharing>, ProblemHttpResult>> HandleAsync(Guid id, ShareReview request, CancellationToken cancellationToken)
    {
        await using var turn = await CallTurn.TakeAsync(db, id, cancellationToken);
        if (turn?.Call is not { } call)
        {
            return ReviewProblems.NotFound();
        }
        var known = await db.SharedReviews.FirstOrDefaultAsync(row => row.RecordedCallId == id, cancellationToken);
        var (me, staff) = (user.UserId, request.StaffId);
        if (call.Status != ReviewStatus.Ready)
        {
            return ReviewProblems.NotReady();
        }
        if (request.Note is null || request.Comments is null || request.Note.Length > Judgement.MostCharacters)
        {
            return Problems.Invalid($"A note has {Judgement.MostCharacters:N0} characters at most.");
        }
        if (known is not null && known.SharedBy != me)
        {
            return Problems.Problem("sharedByOther", StatusCodes.Status409Conflict, $"{known.SharedByName} shared this call. Take it back first; then you can share it.");
        }
        if (!await db.Users.AnyAsync(person => person.Id == staff, cancellationToken))
        {
            return Problems.Invalid("There is nobody with this id in your organisation. Choose again whose call it was.");
        }
        // Somebody else's call is not for everybody.
        if ((call.StaffId ?? known?.StaffId ?? staff) != staff)
        {
            return Problems.Problem("otherStaff", StatusCodes.Status409Conflict, "Somebody else took this call. It can be shared with them only. If that is wrong, put it right under \"About this call\" first.");
        }
        var handedIn = await db.Judgements.AsNoTracking().FirstOrDefaultAsync(row => row.RecordedCallId == id && row.CoachId == me && row.HandedInAt != null, cancellationToken);
        if (handedIn is null && (request.Scores || request.Comments.Count > 0))
        {
            return Problems.Problem("notHandedIn", StatusCodes.Status409Conflict, "Hand in your judgement of this call first. Until then only what was worked out can be shared.");
        }
        if ((request.Scores || request.Comments.Count > 0) && await BlindJudging.IsUnopenedAsync(db, id, cancellationToken))
        {
            return Problems.Problem("beingCalibrated", StatusCodes.Status409Conflict, "Coaches judge this call blind in a calibration. Share what you made of it when that has opened; until then, share the call alone.");
        }
        var mine = handedIn is null ? Judgement.Nothing : judgements.Open(handedIn);
        if (request.Comments.Any(index => index < 0 || index >= mine.Comments.Count))
        {
            return Problems.Invalid("One of these comments is not in your judgement. Load the page again.");
        }
        var now = time.GetUtcNow();
        if (known is null)
        {
            known = new SharedReviewRow { RecordedCallId = id, StaffId = staff, SharedBy = me, SharedByName = "", SharedAt = now, Sealed = [] };
            db.Add(known);
        }
        shared.Keep(known, new SharedWords(request.Note.Trim(), request.Scores ? mine.Scores : [], [.. request.Comments.Distinct().Order().Select(index => mine.Comments[index])]));
        (known.SharedByName, known.SharedAt, known.SeenAt) = (user.DisplayName, now, null);
        audit.Note(id, ReviewDeed.Shared);
        await db.SaveChangesAsync(cancellationToken);
        await turn.KeepAsync(cancellationToken);
        return TypedResults.Ok(await GetShare.OfAsync(id, db, shared, user, cancellationToken));
    }
}
