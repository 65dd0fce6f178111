using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <param name="HandedInAt">Null: not yet, and only its coach sees it.</param>
public sealed record CoachJudgement(string CoachName, DateTimeOffset? HandedInAt, Judgement Judgement);

/// <param name="Mine">Of who asks; empty where nothing was judged yet.</param>
/// <param name="Others">That were handed in; none before one's own is, so that coaches judge without each other; of a call in a calibration, none before that has opened.</param>
/// <param name="OthersHandedIn">How many there are, shown or not.</param>
public sealed record CallJudgements(CoachJudgement Mine, IReadOnlyList<CoachJudgement> Others, int OthersHandedIn);

public static class ListJudgements
{
    public static async Task<Results<Ok<CallJudgements>, ProblemHttpResult>> HandleAsync(
        Guid id, TrainingDb db, Judgements judgements, ICurrentUser user, CancellationToken cancellationToken) =>
        await db.RecordedCalls.AnyAsync(row => row.Id == id, cancellationToken)
            ? TypedResults.Ok(await OfAsync(id, db, judgements, user, cancellationToken))
            : ReviewProblems.NotFound();

    internal static async Task<CallJudgements> OfAsync(Guid id, TrainingDb db, Judgements judgements, ICurrentUser user, CancellationToken cancellationToken)
    {
        var me = user.UserId;
        var rows = await db.Judgements.AsNoTracking().Where(row => row.RecordedCallId == id && (row.CoachId == me || row.HandedInAt != null)).OrderBy(row => row.CoachName).ToListAsync(cancellationToken);
        var mine = rows.Find(row => row.CoachId == me);
        var others = rows.FindAll(row => row.CoachId != me);
        return new CallJudgements(
            mine is null ? new CoachJudgement(user.DisplayName, null, Judgement.Nothing) : Shown(mine),
            mine?.HandedInAt is null || await BlindJudging.IsUnopenedAsync(db, id, cancellationToken) ? [] : [.. others.Select(Shown)], others.Count);

        CoachJudgement Shown(JudgementRow row) => new(row.CoachName, row.HandedInAt, judgements.Open(row));
    }
}
