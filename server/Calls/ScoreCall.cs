using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Calls;

/// <summary>Ends an interrupted call as it stands and scores it.</summary>
public static class ScoreCall
{
    public static async Task<Results<Ok<Debrief>, ProblemHttpResult>> HandleAsync(
        CallId id, CallAccess access, CallSessions sessions, CallCompletion completion, TrainingDb db, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(id, cancellationToken) is not { } call)
        {
            return CallProblems.NotFound();
        }
        if (call.Status == CallStatus.Ended || sessions.IsLive(id))
        {
            return Problems.Problem("callNotInterrupted", StatusCodes.Status409Conflict,
                call.Status == CallStatus.Ended ? "This call has been scored already." : "This call is still running. Hang up to have it scored.");
        }
        var events = await CallEvents.LoadAsync(db, id, cancellationToken);
        return TypedResults.Ok(await completion.ScoreAsync(db, call, CallEvents.ScenarioOf(call), events, cancellationToken));
    }
}
