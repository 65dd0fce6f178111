using RealtimeTraining.Speech.Detection;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// Makes a speech detector for each microphone: the one that the configuration names; should that be missing or break, the trained one that
/// comes with the product, and at last the one that listens to loudness over noise. Singleton.
/// </summary>
public sealed partial class SpeechDetectorFactory(
    IEnumerable<ISpeechDetectorSource> sources, SpeechDetectorOptions choice, TrainedSpeechDetectorOptions trained, EnergySpeechDetectorOptions loudness,
    ILogger<SpeechDetectorFactory> logger)
{
    /// <summary>For somebody who speaks at a desk, with the office behind.</summary>
    public ISpeechDetector Create()
    {
        if (choice.Kind == SpeechDetectorOptions.Loudness)
        {
            return new EnergySpeechDetector(loudness);
        }
        return (choice.Kind == SpeechDetectorOptions.Trained ? null : Installed())
            ?? Made(SpeechDetectorOptions.Trained, () => new TrainedSpeechDetector(trained, loudness))
            ?? new EnergySpeechDetector(loudness);
    }

    /// <summary>
    /// For a recording of a call: whatever is heard in it may be somebody's words, at any distance, and is looked at again when they
    /// are written down. So loudness decides, where nothing better is installed.
    /// </summary>
    public ISpeechDetector CreateForRecording() => Installed() ?? new EnergySpeechDetector(loudness);

    private ISpeechDetector? Installed()
    {
        foreach (var source in sources.Where(source => choice.Kind == SpeechDetectorOptions.Best || choice.Kind == source.Name))
        {
            if (source.Probe().Available && Made(source.Name, source.Create) is { } detector)
            {
                return detector;
            }
        }
        return null;
    }

    private ISpeechDetector? Made(string name, Func<ISpeechDetector> make)
    {
        try
        {
            return make();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogFailed(logger, name, exception);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The speech detector {Detector} cannot be used; the next one decides instead.")]
    private static partial void LogFailed(ILogger logger, string detector, Exception exception);
}
