using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// Makes a speech detector for each microphone: a trained one where this build has one and its model is there, and
/// otherwise the one that listens to loudness over noise. Singleton.
/// </summary>
public sealed partial class SpeechDetectorFactory(
    IEnumerable<ISpeechDetectorSource> sources, EnergySpeechDetectorOptions options, ILogger<SpeechDetectorFactory> logger)
{
    public ISpeechDetector Create()
    {
        foreach (var source in sources.Where(source => source.Probe().Available))
        {
            try
            {
                return source.Create();
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                LogFailed(logger, source.Name, exception);
            }
        }
        return new EnergySpeechDetector(options);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The speech detector {Detector} cannot be used; loudness decides instead.")]
    private static partial void LogFailed(ILogger logger, string detector, Exception exception);
}
