using System.ComponentModel.DataAnnotations;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Turns;
using Whisper.net;

namespace RealtimeTraining.Speech.Engines.Whisper;

/// <summary>
/// Hears speech with the Silero model, which tells it from other sounds, on a thread of the caller's: 32 ms are judged
/// in well under a millisecond. Should the model break, the level decides for the rest. Not thread-safe; to be disposed
/// when no frame is being processed.
/// </summary>
public sealed class SileroSpeechDetector : ISpeechDetector, IDisposable
{
    private readonly SileroOptions options;
    private readonly WhisperVadFactory factory;
    private readonly WhisperVadProcessor model;
    private readonly EnergySpeechDetector level = new(new EnergySpeechDetectorOptions());
    private readonly float[] window = new float[SileroFile.WindowSamples];
    private int filled;
    private int speechWindows;
    private int quietSamples;
    private bool speaking;
    private bool broken;

    /// <exception cref="InvalidOperationException">The model cannot be loaded.</exception>
    public SileroSpeechDetector(string modelPath, SileroOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        this.options = options;
        (factory, model) = SileroModel.Load(modelPath, builder => builder
            .WithThreads(1).WithThreshold(options.Threshold).WithMinSpeechDuration(TimeSpan.Zero)
            .WithMinSilenceDuration(TimeSpan.Zero).WithSpeechPadding(TimeSpan.Zero));
        model.ResetState();
    }

    public SpeechFrame Process(ReadOnlySpan<short> frame)
    {
        var sound = level.Process(frame);
        foreach (var sample in frame)
        {
            window[filled++] = sample / 32768f;
            if (filled == window.Length)
            {
                filled = 0;
                Decide();
            }
        }
        return broken ? sound : sound with { IsSpeech = speaking };
    }

    public void Reset()
    {
        level.Reset();
        (filled, speechWindows, quietSamples, speaking) = (0, 0, 0, false);
        if (!broken)
        {
            model.ResetState();
        }
    }

    public void Dispose()
    {
        model.Dispose();
        factory.Dispose();
    }

    private void Decide()
    {
        if (broken)
        {
            return;
        }
        try
        {
            // Of one window there is either one segment or none.
            var isSpeech = model.DetectSpeechNoReset(window.AsSpan()).Count > 0;
            speechWindows = isSpeech ? speechWindows + 1 : 0;
            quietSamples = isSpeech ? 0 : quietSamples + window.Length;
            speaking = speaking ? quietSamples <= AudioFormat.Samples(options.HangoverMs) : speechWindows >= options.OnsetWindows;
        }
        catch (WhisperProcessingException)
        {
            broken = true;
        }
    }
}
