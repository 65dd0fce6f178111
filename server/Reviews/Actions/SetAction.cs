using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <param name="What">Is to be practised; names no caller.</param>
/// <param name="PracticeId">A checked practice call of this recording, which the person is given; null: none.</param>
public sealed record SetAction(Guid PersonId, string What, DateTimeOffset DueAt, Guid? PracticeId);

/// <summary>Says what somebody shall practise until a day, from what was heard in a recording. Scoped.</summary>
public sealed class SetActionHandler(TrainingDb db, ImprovementActions actions, ReviewAudit audit, ICurrentUser user, TimeProvider time)
{
    /// <summary>Not done yet, of one person: nobody practises more at a time.</summary>
    public const int MostOpen = 50;

    public async Task<Results<Ok<ImprovementAction>, ProblemHttpResult>> HandleAsync(Guid id, SetAction request, CancellationToken cancellationToken)
    {
        if (!await db.RecordedCalls.AnyAsync(row => row.Id == id, cancellationToken))
        {
            return ReviewProblems.NotFound();
        }
        var (person, now) = (request.PersonId, time.GetUtcNow());
        if (actions.Mistake(request.What, request.DueAt) is { } mistake)
        {
            return Problems.Invalid(mistake);
        }
        if (!await db.Users.AnyAsync(row => row.Id == person, cancellationToken))
        {
            return Problems.Invalid("There is nobody with this id in your organisation. Choose again who shall practise.");
        }
        if (await db.ImprovementActions.CountAsync(row => row.PersonId == person && row.DoneAt == null, cancellationToken) >= MostOpen)
        {
            return Problems.Problem("tooManyActions", StatusCodes.Status409Conflict, $"They have {MostOpen} things to practise already. Remove one first.");
        }
        string? scenario = null;
        if (request.PracticeId is { } practiceId)
        {
            if (await db.MomentPractices.AsNoTracking().FirstOrDefaultAsync(row => row.Id == practiceId && row.RecordedCallId == id, cancellationToken) is not { } practice)
            {
                return ReviewProblems.NoSuchPractice();
            }
            if (!practice.Published)
            {
                return ReviewProblems.NotChecked();
            }
            scenario = practice.ScenarioId;
            await PracticeGiving.GiveAsync(db, user, scenario, person, request.DueAt, now, cancellationToken);
            audit.Note(id, ReviewDeed.AssignedPractice);
        }
        var action = Guid.CreateVersion7();
        var row = new ImprovementActionRow
        {
            Id = action, PersonId = person, RecordedCallId = id, ScenarioId = scenario, SetBy = user.UserId, SetByName = user.DisplayName, SetAt = now, DueAt = request.DueAt,
            Sealed = actions.Seal(action, request.What),
        };
        db.Add(row);
        audit.Note(id, ReviewDeed.SetAction);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await actions.OfAsync(row, cancellationToken));
    }
}
