using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Engines.Whisper;
using RealtimeTraining.Speech.Tests.Support;

namespace RealtimeTraining.Speech.Tests.Engines.Whisper;

public sealed class SileroSpeechDetectorTests
{
    private static readonly (int StartMs, int EndMs)[] Spoken = [(320, 2_270), (3_270, 4_410), (5_380, 7_680), (8_160, 10_620)];

    // So that a stop inside a word is none, as in the model's own way to find phrases.
    private readonly SileroOptions options = new() { HangoverMs = 200 };

    [WhisperFact(TestModels.Silero)]
    public void FourPhrases_AreFoundWithin150Ms()
    {
        using var detector = new SileroSpeechDetector(SharedData.PathOf(TestModels.Silero), options);

        var found = Segments(detector, TestModels.Jfk());

        Assert.Equal(Spoken.Length, found.Count);
        Assert.All(found.Zip(Spoken), pair =>
        {
            Assert.InRange(pair.First.StartMs - pair.Second.StartMs, -150, 150);
            Assert.InRange(pair.First.EndMs - options.HangoverMs - pair.Second.EndMs, -150, 150);
        });
    }

    [WhisperFact(TestModels.Silero)]
    public void Noise_HoweverLoud_IsNoSpeech()
    {
        using var detector = new SileroSpeechDetector(SharedData.PathOf(TestModels.Silero), options);

        Assert.Empty(Segments(detector, [.. Noise.Quiet(1_000), .. Noise.Loud(3_000), .. Noise.Quiet(500)]));
    }

    [WhisperFact(TestModels.Silero)]
    public void Reset_ForgetsWhatWasHeard()
    {
        using var detector = new SileroSpeechDetector(SharedData.PathOf(TestModels.Silero), options);
        var first = Segments(detector, TestModels.Jfk());
        Segments(detector, TestModels.Jfk()[..AudioFormat.Samples(1_010)]);

        detector.Reset();

        Assert.Equal(first, Segments(detector, TestModels.Jfk()));
    }

    [WhisperFact(TestModels.Silero)]
    public void Level_IsMeasuredToo()
    {
        using var detector = new SileroSpeechDetector(SharedData.PathOf(TestModels.Silero), options);

        Assert.InRange(detector.Process(Noise.Loud(20)).LevelDbfs, -20, -10);
        Assert.Throws<ArgumentException>(() => detector.Process(new short[100]));
    }

    [WhisperFact(TestModels.Silero)]
    public void Meter_SaysHowMuchWasSpoken()
    {
        using var meter = new SileroSpeechMeter(SharedData.PathOf(TestModels.Silero));

        Assert.InRange(meter.SpeechMs(TestModels.Jfk()), 7_000, 8_700);
        Assert.Equal(0, meter.SpeechMs(Noise.Loud(2_000)));
        Assert.Equal(0, meter.SpeechMs([]));
    }

    [WhisperFact(TestModels.Silero)]
    public void Meter_WithoutItsModel_GoesByTheLevel()
    {
        using var meter = new SileroSpeechMeter("/nowhere/silero.bin");

        Assert.InRange(meter.SpeechMs([.. Noise.Quiet(1_000), .. Noise.Loud(1_000)]), 800, 1_000);
    }

    [WhisperFact(TestModels.Tiny)]
    public void OtherModel_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => new SileroSpeechDetector(SharedData.PathOf(TestModels.Tiny), options));

    private static List<(int StartMs, int EndMs)> Segments(SileroSpeechDetector detector, short[] samples)
    {
        var (found, start) = (new List<(int, int)>(), -1);
        for (var at = 0; at + AudioFormat.FrameSamples <= samples.Length; at += AudioFormat.FrameSamples)
        {
            var isSpeech = detector.Process(samples.AsSpan(at, AudioFormat.FrameSamples)).IsSpeech;
            var ms = (int)AudioFormat.Milliseconds(at);
            if (isSpeech && start < 0)
            {
                start = ms;
            }
            else if (!isSpeech && start >= 0)
            {
                found.Add((start, ms));
                start = -1;
            }
        }
        if (start >= 0)
        {
            found.Add((start, (int)AudioFormat.Milliseconds(samples.Length)));
        }
        return found;
    }
}
