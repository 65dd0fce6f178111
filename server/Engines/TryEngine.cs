using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.Engines;

/// <summary>What an engine did with a sample, and how long it took.</summary>
/// <param name="FirstMs">From the beginning until the first sound or word; null where the engine gives all at once.</param>
/// <param name="TotalMs">Until all was there; of a recogniser, after the end of speech.</param>
/// <param name="AudioMs">How long the sample sounds; null where nothing sounds.</param>
/// <param name="Text">What was understood, or written.</param>
/// <param name="WavBase64">The voice, as a 16 kHz WAV file; null for the other roles.</param>
public sealed record EngineTried(string Engine, int? FirstMs, int TotalMs, int? AudioMs, string? Text, string? WavBase64);

/// <summary>Lets an administrator see and hear an engine before choosing it.</summary>
public static class TryEngine
{
    public static async Task<Results<Ok<EngineTried>, ProblemHttpResult>> HandleAsync(
        Named<EngineRole> role, string name, EngineCatalog catalog, EngineTrial trial, EngineHealth health, CancellationToken cancellationToken)
    {
        if (catalog.Find(role.Value, name) is not { } engine || !EngineCatalog.CanSwitch(role.Value))
        {
            return Problems.NotFound("engineNotFound", "There is no such engine in this build that can be tried.");
        }
        try
        {
            var tried = await trial.RunAsync(engine, cancellationToken);
            health.Worked(engine);
            return TypedResults.Ok(tried);
        }
        catch (EngineTrialException refusal)
        {
            return Problems.Problem(refusal.Code, StatusCodes.Status409Conflict, refusal.Message);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            return Problems.Problem("engineFailed", StatusCodes.Status502BadGateway, $"{name} failed: {exception.Message}");
        }
    }
}
