using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Calls;

/// <summary>Brings a call that is over into its final state: scored and stored, or marked as one that can go on. Singleton.</summary>
public sealed class CallCompletion(TrainingDbFactory databases, IDebriefWriter debriefs)
{
    public async Task CompleteAsync(CallSession session, CallCommand.End end)
    {
        await using var db = databases.Create(session.Owner.TenantId);
        var row = await db.Calls.FirstAsync(call => call.Id == session.Id.Value);
        row.DurationMs = session.NowMs;
        row.EndReason = end.Reason;
        if (end.Reason is EndReason.ConnectionLost or EndReason.ServerStopped)
        {
            row.Status = CallStatus.Interrupted;
            await db.SaveChangesAsync();
            return;
        }
        await ScoreAsync(db, row, session.Scenario, session.Log.Snapshot(), CancellationToken.None);
    }

    /// <summary>Ends a call as its log stands and scores it.</summary>
    public async Task<Debrief> ScoreAsync(TrainingDb db, CallRow row, Scenario scenario, IReadOnlyList<CallEvent> events, CancellationToken cancellationToken)
    {
        var trainee = await db.Users.Where(user => user.Id == row.TraineeId).Select(user => user.DisplayName).FirstOrDefaultAsync(cancellationToken);
        var debrief = debriefs.Write(new CallRecord(new CallId(row.Id), scenario, row.Difficulty, events) { TraineeName = trainee });
        row.Status = CallStatus.Ended;
        row.DurationMs = Math.Max(row.DurationMs, events.Count == 0 ? 0 : events[^1].AtMs);
        row.EndReason ??= EndReason.ServerStopped;
        await DebriefKeeper.SaveAsync(db, row, debrief, cancellationToken);
        return debrief;
    }
}
