using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <param name="HandIn">It is done: others who have handed in theirs may read it, and it never changes.</param>
public sealed record SaveJudgement(Judgement Judgement, bool HandIn);

/// <summary>Keeps one's own judgement of a call. Scoped.</summary>
public sealed class SaveJudgementHandler(TrainingDb db, Judgements judgements, ReviewAudit audit, ICurrentUser user, TimeProvider time)
{
    public async Task<Results<Ok<CallJudgements>, ProblemHttpResult>> HandleAsync(Guid id, SaveJudgement request, CancellationToken cancellationToken)
    {
        if (await db.RecordedCalls.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } call)
        {
            return ReviewProblems.NotFound();
        }
        if (call.Status != ReviewStatus.Ready)
        {
            return ReviewProblems.NotReady();
        }
        if (Judgement.Mistake(request.Judgement, call.DurationMs ?? 0) is { } mistake)
        {
            return Problems.Invalid(mistake);
        }
        var (me, now) = (user.UserId, time.GetUtcNow());
        var row = await db.Judgements.FirstOrDefaultAsync(row => row.RecordedCallId == id && row.CoachId == me, cancellationToken);
        if (row?.HandedInAt is not null)
        {
            return Problems.Problem("handedIn", StatusCodes.Status409Conflict, "You have handed in your judgement of this call; it cannot be changed any more.");
        }
        if (row is null)
        {
            row = new JudgementRow { RecordedCallId = id, CoachId = me, CoachName = "", ChangedAt = now, Sealed = [] };
            db.Add(row);
        }
        (row.CoachName, row.ChangedAt, row.Sealed) = (user.DisplayName, now, judgements.Seal(id, me, request.Judgement));
        if (request.HandIn)
        {
            row.HandedInAt = now;
            audit.Note(id, ReviewDeed.Judged);
        }
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await ListJudgements.OfAsync(id, db, judgements, user, cancellationToken));
    }
}
