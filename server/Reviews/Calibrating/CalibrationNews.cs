using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>What a coach should be told of the calibrations that they judge in, until they have judged or looked. Scoped.</summary>
public sealed class CalibrationNews(TrainingDb db, ICurrentUser user, TimeProvider time)
{
    /// <returns>
    /// Recordings that wait for who asks, each counted once; and calibrations that have opened and that they have not looked
    /// at since. None for who judges no more.
    /// </returns>
    public async Task<(int ToJudge, int Opened)> CountAsync(CancellationToken cancellationToken)
    {
        if (!user.IsIn(Role.Coach) && !user.IsIn(Role.Administrator))
        {
            return (0, 0);
        }
        var me = user.UserId;
        var (unopened, calls) = (BlindJudging.Unopened(db), db.CalibrationCalls);
        var mine = unopened.Where(row => db.CalibrationCoaches.Any(coach => coach.CalibrationId == row.Id && coach.CoachId == me));
        var toJudge = await db.RecordedCalls.CountAsync(
            call => calls.Any(one => one.RecordedCallId == call.Id && mine.Any(row => row.Id == one.CalibrationId))
                && !db.Judgements.Any(judged => judged.RecordedCallId == call.Id && judged.CoachId == me && judged.HandedInAt != null), cancellationToken);
        // One whose recordings were all removed has nothing to show.
        var opened = await db.CalibrationCoaches.CountAsync(
            coach => coach.CoachId == me && coach.ResultsSeenAt == null && calls.Any(call => call.CalibrationId == coach.CalibrationId)
                && !unopened.Any(row => row.Id == coach.CalibrationId), cancellationToken);
        return (toJudge, opened);
    }

    /// <summary>Who asks reads what was judged, and need not be told of it any more.</summary>
    public async Task SeenAsync(Calibration calibration, CancellationToken cancellationToken)
    {
        var (id, me) = (calibration.Id, user.UserId);
        if (calibration.Opened
            && await db.CalibrationCoaches.FirstOrDefaultAsync(coach => coach.CalibrationId == id && coach.CoachId == me && coach.ResultsSeenAt == null, cancellationToken) is { } mine)
        {
            mine.ResultsSeenAt = time.GetUtcNow();
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
