using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Who may read a call, as coaches see it.</summary>
/// <param name="SeenAt">When the member of staff last looked at it; null: not since it was shared or changed.</param>
/// <param name="Mine">Who asks shared it, and can change it.</param>
/// <param name="Words">Null for coaches who may not read what others made of the call yet.</param>
public sealed record ReviewShare(Guid StaffId, string StaffName, string SharedBy, DateTimeOffset SharedAt, DateTimeOffset? SeenAt, bool Mine, SharedWords? Words);

/// <param name="Share">Null: nobody may read the call but coaches.</param>
public sealed record ReviewSharing(ReviewShare? Share);

public static class GetShare
{
    public static async Task<Results<Ok<ReviewSharing>, ProblemHttpResult>> HandleAsync(
        Guid id, TrainingDb db, SharedReviews shared, ICurrentUser user, CancellationToken cancellationToken) =>
        await db.RecordedCalls.AnyAsync(row => row.Id == id, cancellationToken)
            ? TypedResults.Ok(await OfAsync(id, db, shared, user, cancellationToken))
            : ReviewProblems.NotFound();

    internal static async Task<ReviewSharing> OfAsync(Guid id, TrainingDb db, SharedReviews shared, ICurrentUser user, CancellationToken cancellationToken)
    {
        if (await db.SharedReviews.AsNoTracking().FirstOrDefaultAsync(row => row.RecordedCallId == id, cancellationToken) is not { } row)
        {
            return new ReviewSharing(null);
        }
        var (me, staff) = (user.UserId, row.StaffId);
        var name = await db.Users.Where(person => person.Id == staff).Select(person => person.DisplayName).FirstAsync(cancellationToken);
        var mayRead = row.SharedBy == me || await BlindJudging.MayReadOthersAsync(db, me, id, cancellationToken);
        return new ReviewSharing(new ReviewShare(staff, name, row.SharedByName, row.SharedAt, row.SeenAt, row.SharedBy == me, mayRead ? shared.WordsOf(row) : null));
    }
}
