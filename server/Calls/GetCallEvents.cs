using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Calls;

/// <summary>The log of a call after a sequence number, for readers that are not connected to the hub.</summary>
public static class GetCallEvents
{
    public static async Task<Results<Ok<CallState>, ProblemHttpResult>> HandleAsync(
        CallId id, long? after, CallAccess access, TrainingDb db, ICurrentUser user, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(id, cancellationToken) is not { } call)
        {
            return CallProblems.NotFound();
        }
        var events = await CallEvents.LoadAsync(db, id, cancellationToken, Math.Max(0, after ?? 0));
        return TypedResults.Ok(new CallState(id, call.Status, call.DurationMs, ServerSpeaks: true, ServerListens: true, call.SeenBy(user.UserId, events)));
    }
}
