using Microsoft.AspNetCore.Http.HttpResults;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.Engines;

/// <param name="Engine">An engine's name, "auto" or "none".</param>
public sealed record EngineSwitch(string? Engine);

/// <summary>Chooses another engine without a restart: calls that run keep theirs, the next one uses the new one.</summary>
public static class SwitchEngine
{
    public static async Task<Results<Ok<EngineChoice>, ProblemHttpResult>> HandleAsync(
        Named<EngineRole> role, EngineSwitch request, EngineCatalog catalog, EngineSettings settings, EnginePool pool)
    {
        var name = request.Engine?.Trim() ?? "";
        if (!EngineCatalog.CanSwitch(role.Value))
        {
            return Problems.Problem("engineFixed", StatusCodes.Status409Conflict, "This is set in the configuration and read at the start.");
        }
        if (name is not (EngineSettings.Auto or EngineSettings.None) && catalog.Find(role.Value, name) is null)
        {
            return Problems.NotFound("engineNotFound", "There is no such engine in this build. Choose one of the list, auto or none.");
        }
        if (name == EngineSettings.None && role.Value == EngineRole.PatientWords)
        {
            return Problems.Problem("engineNeeded", StatusCodes.Status409Conflict, "The patient needs words: choose authored, which is always there.");
        }
        try
        {
            settings.Choose(role.Value, name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Problems.Problem("notStored", StatusCodes.Status507InsufficientStorage, $"The choice could not be kept: {exception.Message}");
        }
        await pool.TidyAsync();
        return TypedResults.Ok(catalog.Choices().First(choice => choice.Role == role.Value));
    }
}
