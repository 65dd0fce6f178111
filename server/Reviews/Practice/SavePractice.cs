using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <param name="Checked">Who saves states that nothing in it tells who the caller was: from then on it can be practised.</param>
public sealed record SavePractice(PracticeDraft Draft, bool Checked);

/// <summary>Keeps a draft as the coach wrote it; a checked one becomes a scenario, and what is changed in it later changes the scenario.</summary>
public sealed class SavePracticeHandler(TrainingDb db, MomentPractices practices, ReviewAudit audit, ICurrentUser user, TimeProvider time)
{
    public async Task<Results<Ok<MomentPractice>, ProblemHttpResult>> HandleAsync(Guid id, Guid practiceId, SavePractice request, CancellationToken cancellationToken)
    {
        if (await db.RecordedCalls.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } call)
        {
            return ReviewProblems.NotFound();
        }
        if (await db.MomentPractices.FirstOrDefaultAsync(row => row.Id == practiceId && row.RecordedCallId == id, cancellationToken) is not { } row)
        {
            return ReviewProblems.NoSuchPractice();
        }
        if (request.Draft is null)
        {
            return Problems.Invalid("The draft is missing. Load the page again.");
        }
        if (PracticeDraftRules.Mistakes(request.Draft) is { Count: > 0 } mistakes)
        {
            return Problems.Problem("draftInvalid", StatusCodes.Status400BadRequest, string.Join(' ', mistakes.Take(5)));
        }
        if (row.Published && !request.Checked)
        {
            return Problems.Problem("alreadyChecked", StatusCodes.Status409Conflict, "This can be practised already, so each change has to be checked. Tick that you have checked it.");
        }
        practices.Keep(row, request.Draft);
        if (request.Checked)
        {
            await PublishAsync(row, request.Draft, cancellationToken);
            audit.Note(id, ReviewDeed.CheckedPractice);
        }
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await practices.OfAsync(call, row, cancellationToken));
    }

    private async Task PublishAsync(MomentPracticeRow row, PracticeDraft draft, CancellationToken cancellationToken)
    {
        var (now, json) = (time.GetUtcNow(), JsonSerializer.Serialize(DraftScenario.Of(draft, row.ScenarioId), Json.Options));
        var id = row.ScenarioId;
        if (await db.OwnScenarios.FirstOrDefaultAsync(scenario => scenario.Id == id, cancellationToken) is { } known)
        {
            (known.Title, known.Json, known.ChangedAt) = (draft.Title, json, now);
        }
        else
        {
            db.Add(new OwnScenarioRow { Id = id, Title = draft.Title, Json = json, MadeBy = user.UserId, ChangedAt = now });
        }
        (row.Published, row.CheckedByName, row.CheckedAt) = (true, user.DisplayName, now);
    }
}
