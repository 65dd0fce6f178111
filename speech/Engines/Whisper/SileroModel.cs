using Whisper.net;

namespace RealtimeTraining.Speech.Engines.Whisper;

/// <summary>Loads Silero, less than a megabyte, for one user each: it remembers what it heard.</summary>
internal static class SileroModel
{
    /// <exception cref="InvalidOperationException">It cannot be loaded.</exception>
    public static (WhisperVadFactory Factory, WhisperVadProcessor Model) Load(string path, Func<WhisperVadProcessorBuilder, WhisperVadProcessorBuilder> configure)
    {
        if ((WhisperRuntime.Problem() ?? SileroFile.Problem(path)) is { } problem)
        {
            throw new InvalidOperationException(problem);
        }
        var factory = WhisperVadFactory.FromPath(path);
        try
        {
            return (factory, configure(factory.CreateBuilder()).Build());
        }
        catch (Exception e) when (e is WhisperModelLoadException or IOException or UnauthorizedAccessException)
        {
            factory.Dispose();
            throw new InvalidOperationException($"The speech detection model {path} cannot be loaded: {e.Message}", e);
        }
    }
}
