using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Opens a calibration before all have handed in.</summary>
public static class CloseCalibration
{
    public static async Task<Results<Ok<Calibration>, ProblemHttpResult>> HandleAsync(
        Guid calibrationId, TrainingDb db, Calibrations calibrations, CalibrationNews news, ReviewAudit audit, ICurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.Calibrations.FirstOrDefaultAsync(row => row.Id == calibrationId, cancellationToken) is not { } row)
        {
            return ReviewProblems.NoSuchCalibration();
        }
        if (!calibrations.MayClose(row))
        {
            return Problems.Problem("notYours", StatusCodes.Status403Forbidden, $"Only {row.MadeByName}, who made it, or an administrator can close it.");
        }
        if (!await calibrations.HasOpenedAsync(row, cancellationToken))
        {
            (row.ClosedAt, row.ClosedByName) = (time.GetUtcNow(), user.DisplayName);
            foreach (var call in await db.CalibrationCalls.Where(call => call.CalibrationId == calibrationId).Select(call => call.RecordedCallId).ToListAsync(cancellationToken))
            {
                audit.Note(call, ReviewDeed.ClosedCalibration);
            }
            await db.SaveChangesAsync(cancellationToken);
        }
        var shown = await calibrations.OfAsync(row, cancellationToken);
        await news.SeenAsync(shown, cancellationToken);
        return TypedResults.Ok(shown);
    }
}
