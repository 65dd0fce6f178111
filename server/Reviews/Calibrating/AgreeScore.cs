using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <param name="Score">0-100.</param>
public sealed record AgreeScore(ScoringCategory Category, int Score, string Reason);

/// <summary>Notes the score that the coaches settled on when they had read what each judged; noted again, it changes. Scoped.</summary>
public sealed class AgreeScoreHandler(TrainingDb db, Calibrations calibrations, ReviewAudit audit, ICurrentUser user, TimeProvider time)
{
    public async Task<Results<Ok<Calibration>, ProblemHttpResult>> HandleAsync(Guid calibrationId, Guid callId, AgreeScore request, CancellationToken cancellationToken)
    {
        if (await db.Calibrations.AsNoTracking().FirstOrDefaultAsync(row => row.Id == calibrationId, cancellationToken) is not { } calibration
            || !await db.CalibrationCalls.AnyAsync(row => row.CalibrationId == calibrationId && row.RecordedCallId == callId, cancellationToken))
        {
            return ReviewProblems.NoSuchCalibration();
        }
        if (!await calibrations.HasOpenedAsync(calibration, cancellationToken))
        {
            return Problems.Problem("notOpened", StatusCodes.Status409Conflict, "Not everybody has handed in their judgement yet. Close the calibration to go on without them.");
        }
        if (!Enum.IsDefined(request.Category) || request.Score is < 0 or > 100 || string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > Judgement.MostCharacters)
        {
            return Problems.Invalid($"Give a score between 0 and 100, and why, in {Judgement.MostCharacters:N0} characters at most.");
        }
        var category = request.Category;
        var row = await db.AgreedScores.FirstOrDefaultAsync(row => row.CalibrationId == calibrationId && row.RecordedCallId == callId && row.Category == category, cancellationToken);
        if (row is null)
        {
            row = new AgreedScoreRow { CalibrationId = calibrationId, RecordedCallId = callId, Category = category, Score = 0, ByName = "", At = default, Sealed = [] };
            db.Add(row);
        }
        (row.Score, row.ByName, row.At) = (request.Score, user.DisplayName, time.GetUtcNow());
        calibrations.Keep(row, request.Reason.Trim());
        audit.Note(callId, ReviewDeed.AgreedScore);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await calibrations.OfAsync(calibration, cancellationToken));
    }
}
