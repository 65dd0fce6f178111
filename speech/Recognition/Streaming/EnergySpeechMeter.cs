using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>By the level over the noise; there is nothing better where no model is installed.</summary>
internal sealed class EnergySpeechMeter : ISpeechMeter
{
    // No hangover: what counts is how much was said, not when to stop listening.
    private static readonly EnergySpeechDetectorOptions Options = new() { HangoverMs = 0 };

    public int SpeechMs(ReadOnlySpan<short> samples)
    {
        var detector = new EnergySpeechDetector(Options);
        var frames = 0;
        for (; samples.Length >= AudioFormat.FrameSamples; samples = samples[AudioFormat.FrameSamples..])
        {
            frames += detector.Process(samples[..AudioFormat.FrameSamples]).IsSpeech ? 1 : 0;
        }
        return frames * AudioFormat.FrameMs;
    }
}
