using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>The one rule for who may read what other coaches made of a call.</summary>
internal static class BlindJudging
{
    /// <summary>Calibrations in which somebody has still to judge something, and that nobody has closed.</summary>
    public static IQueryable<CalibrationRow> Unopened(TrainingDb db) => db.Calibrations.AsNoTracking().Where(row => row.ClosedAt == null
        && db.CalibrationCoaches.Any(coach => coach.CalibrationId == row.Id
            && db.CalibrationCalls.Any(call => call.CalibrationId == row.Id
                && !db.Judgements.Any(judged => judged.RecordedCallId == call.RecordedCallId && judged.CoachId == coach.CoachId && judged.HandedInAt != null))));

    /// <summary>The calls of these.</summary>
    public static IQueryable<Guid> UnopenedCalls(TrainingDb db)
    {
        var unopened = Unopened(db);
        return db.CalibrationCalls.Where(call => unopened.Any(row => row.Id == call.CalibrationId)).Select(call => call.RecordedCallId);
    }

    public static Task<bool> IsUnopenedAsync(TrainingDb db, Guid callId, CancellationToken cancellationToken) => UnopenedCalls(db).AnyAsync(id => id == callId, cancellationToken);

    /// <summary>Whether a coach has still to judge a call in a calibration, and so must not know what others make of it.</summary>
    public static async Task<bool> IsBlindAsync(TrainingDb db, Guid coachId, Guid callId, CancellationToken cancellationToken) =>
        await Unopened(db).AnyAsync(
            row => db.CalibrationCalls.Any(call => call.CalibrationId == row.Id && call.RecordedCallId == callId)
                && db.CalibrationCoaches.Any(coach => coach.CalibrationId == row.Id && coach.CoachId == coachId), cancellationToken)
        && !await HasHandedInAsync(db, coachId, callId, cancellationToken);

    /// <summary>Who has handed in their own judgement of it; of a call in a calibration, nobody before that has opened.</summary>
    public static async Task<bool> MayReadOthersAsync(TrainingDb db, Guid coachId, Guid callId, CancellationToken cancellationToken) =>
        await HasHandedInAsync(db, coachId, callId, cancellationToken) && !await IsUnopenedAsync(db, callId, cancellationToken);

    private static Task<bool> HasHandedInAsync(TrainingDb db, Guid coachId, Guid callId, CancellationToken cancellationToken) =>
        db.Judgements.AnyAsync(row => row.RecordedCallId == callId && row.CoachId == coachId && row.HandedInAt != null, cancellationToken);
}
