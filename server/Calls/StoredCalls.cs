using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Calls;

/// <summary>The state of a call that does not run any more, for a browser that comes back to its page.</summary>
public sealed class StoredCalls(TrainingDb db, CallAccess access, ICurrentUser user)
{
    public async Task<CallState> StateAsync(CallId id, long lastSeq, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(id, cancellationToken) is not { } call || call.TraineeId != user.UserId)
        {
            throw CallError.NotFound();
        }
        var events = await CallEvents.LoadAsync(db, id, cancellationToken);
        CallLimits.CheckSeq(lastSeq, events.Count == 0 ? 0 : events[^1].Seq);
        var status = call.Status == CallStatus.Ended ? CallStatus.Ended : CallStatus.Interrupted;
        return new CallState(id, status, call.DurationMs, ServerSpeaks: true, ServerListens: true, call.SeenBy(user.UserId, [.. events.Where(e => e.Seq > lastSeq)]));
    }
}
