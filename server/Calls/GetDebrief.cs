using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Calls;

public static class GetDebrief
{
    public static async Task<Results<Ok<Debrief>, ProblemHttpResult>> HandleAsync(
        CallId id, CallAccess access, CallSessions sessions, TrainingDb db, CancellationToken cancellationToken)
    {
        // A call that has just ended is being scored: that takes less time than asking again.
        await sessions.WhenStoredAsync(id).WaitAsync(TimeSpan.FromSeconds(5), cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (await access.FindAsync(id, cancellationToken) is not { } call)
        {
            return CallProblems.NotFound();
        }
        if (call.Status == CallStatus.Interrupted && !sessions.IsLive(id))
        {
            return Problems.Problem("callInterrupted", StatusCodes.Status409Conflict,
                "This call was interrupted. Continue it, or have it scored as it stands.");
        }
        return await DebriefKeeper.FindAsync(db, id, cancellationToken) is { } debrief
            ? TypedResults.Ok(debrief)
            : Problems.Problem("debriefNotReady", StatusCodes.Status409Conflict, "The call is still running or being scored. Ask again in a moment.");
    }
}
