using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Takes a draft away, and its scenario from those who were to practise it. Calls that were made of it stay with their debriefs.</summary>
public static class RemovePractice
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(Guid id, Guid practiceId, TrainingDb db, CancellationToken cancellationToken)
    {
        if (!await db.RecordedCalls.AnyAsync(row => row.Id == id, cancellationToken))
        {
            return ReviewProblems.NotFound();
        }
        if (await db.MomentPractices.FirstOrDefaultAsync(row => row.Id == practiceId && row.RecordedCallId == id, cancellationToken) is not { } practice)
        {
            return ReviewProblems.NoSuchPractice();
        }
        var scenarioId = practice.ScenarioId;
        if (await db.OwnScenarios.FirstOrDefaultAsync(row => row.Id == scenarioId, cancellationToken) is { } scenario)
        {
            db.Remove(scenario);
        }
        db.Remove(practice);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
