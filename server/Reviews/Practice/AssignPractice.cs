using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Scenarios;
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
            return Problems.Problem("notChecked", StatusCodes.Status409Conflict, "Check first that nothing in it tells who the caller was. Then it can be given to somebody.");
        }
        if (!await db.Users.AnyAsync(row => row.Id == person, cancellationToken))
        {
            return Problems.Invalid("There is nobody with this id in your organisation. Choose again who shall practise it.");
        }
        if (request.DueAt is { } due && (due < now || due > now + Furthest))
        {
            return Problems.Invalid("The day must lie ahead, within two years.");
        }
        var scenario = practice.ScenarioId;
        if (await db.Assignments.FirstOrDefaultAsync(row => row.ScenarioId == scenario && row.PersonId == person, cancellationToken) is not { } given)
        {
            given = new AssignmentRow { Id = Guid.CreateVersion7(), ScenarioId = scenario, PersonId = person, AssignedBy = user.UserId, AssignedByName = "", AssignedAt = now };
            db.Add(given);
        }
        (given.AssignedBy, given.AssignedByName, given.AssignedAt, given.DueAt) = (user.UserId, user.DisplayName, now, request.DueAt);
        audit.Note(id, ReviewDeed.AssignedPractice);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await practices.OfAsync(call, practice, cancellationToken));
    }
}
