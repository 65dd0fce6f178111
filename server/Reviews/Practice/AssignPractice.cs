using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <param name="DueAt">By when; null: whenever there is time.</param>
public sealed record AssignPractice(Guid PersonId, DateTimeOffset? DueAt);

/// <summary>Gives a checked practice call to somebody; given again, only the day changes.</summary>
public sealed class AssignPracticeHandler(TrainingDb db, MomentPractices practices, ReviewAudit audit, ICurrentUser user, TimeProvider time)
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(2 * 365);

    public async Task<Results<Ok<MomentPractice>, ProblemHttpResult>> HandleAsync(Guid id, Guid practiceId, AssignPractice request, CancellationToken cancellationToken)
    {
        if (await db.RecordedCalls.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } call)
        {
            return ReviewProblems.NotFound();
        }
        if (await db.MomentPractices.AsNoTracking().FirstOrDefaultAsync(row => row.Id == practiceId && row.RecordedCallId == id, cancellationToken) is not { } practice)
        {
            return ReviewProblems.NoSuchPractice();
        }
        var (person, now) = (request.PersonId, time.GetUtcNow());
        if (!practice.Published)
        {
            return ReviewProblems.NotChecked();
        }
        if (!await db.Users.AnyAsync(row => row.Id == person, cancellationToken))
        {
            return Problems.Invalid("There is nobody with this id in your organisation. Choose again who shall practise it.");
        }
        if (request.DueAt is { } due && (due < now || due > now + Furthest))
        {
            return Problems.Invalid("The day must lie ahead, within two years.");
        }
        await PracticeGiving.GiveAsync(db, user, practice.ScenarioId, person, request.DueAt, now, cancellationToken);
        audit.Note(id, ReviewDeed.AssignedPractice);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await practices.OfAsync(call, practice, cancellationToken));
    }
}
