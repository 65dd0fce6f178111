using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

internal static class CalibrationEndpoints
{
    private const int MostListed = 50;

    /// <summary>Into the group of reviews, whose roles hold.</summary>
    public static void MapCalibrations(this RouteGroupBuilder group)
    {
        group.MapGet("/coaches", ListCoaches.HandleAsync).WithName("ListCoaches");
        group.MapGet("/calibrations", async (Calibrations calibrations, CancellationToken cancellationToken) =>
            TypedResults.Ok(await calibrations.ListAsync(MostListed, cancellationToken))).WithName("ListCalibrations");
        group.MapPost("/calibrations", (MakeCalibration request, MakeCalibrationHandler handler, CancellationToken cancellationToken) =>
            handler.HandleAsync(request, cancellationToken)).WithName("MakeCalibration");
        group.MapGet("/calibrations/{calibrationId:guid}", GetAsync).WithName("GetCalibration");
        group.MapPost("/calibrations/{calibrationId:guid}/close", CloseCalibration.HandleAsync).WithName("CloseCalibration");
        group.MapPut("/calibrations/{calibrationId:guid}/calls/{callId:guid}/score", (Guid calibrationId, Guid callId, AgreeScore request, AgreeScoreHandler handler, CancellationToken cancellationToken) =>
            handler.HandleAsync(calibrationId, callId, request, cancellationToken)).WithName("AgreeScore");
    }

    private static async Task<Results<Ok<Calibration>, ProblemHttpResult>> GetAsync(
        Guid calibrationId, TrainingDb db, Calibrations calibrations, CalibrationNews news, CancellationToken cancellationToken)
    {
        if (await db.Calibrations.AsNoTracking().FirstOrDefaultAsync(row => row.Id == calibrationId, cancellationToken) is not { } row)
        {
            return ReviewProblems.NoSuchCalibration();
        }
        var shown = await calibrations.OfAsync(row, cancellationToken);
        await news.SeenAsync(shown, cancellationToken);
        return TypedResults.Ok(shown);
    }
}
