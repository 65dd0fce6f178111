using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Tests.Support;
using RealtimeTraining.Speech.Turns;
using RealtimeTraining.Speech.Prosody;
using Xunit.Abstractions;

namespace RealtimeTraining.Speech.Tests.Prosody;

public sealed class VoiceMeterTests(ITestOutputHelper output)
{
    [DataFact("audio/jfk.wav")]
    public void Kennedy_AtRice_IsWherePraatHearsHim() => Compare("audio/jfk.wav", 238.6, 6.92,
        [289.0, 257.7, 191.3, 271.9, 274.8, 216.5, 248.8, 235.7, 227.3, 198.1, 176.8]);

    [DataFact("audio/kennedy.wav")]
    public void Kennedy_IsWherePraatHearsHim() => Compare("audio/kennedy.wav", 176.8, 5.52,
        [176.4, 190.5, 170.9, 178.2, 172.1, 180.9, 178.9, 167.7, 179.7, 163.4, 132.5, null, 182.5, 179.9, 189.9, 176.4, 181.6, 178.7, 184.7, 174.4]);

    [DataFact("audio/bush.wav")]
    public void Bush_IsWherePraatHearsHim() => Compare("audio/bush.wav", 99.0, 5.40,
        [null, 113.8, null, 122.8, 109.4, null, 106.7, 87.2, null, 104.7, 98.6, 107.7, 107.2, 83.9, 97.8, 94.1, 90.2, null, 102.8, 102.0, 103.6, 100.1, 93.6, null, 94.4, 87.0, null, 88.8, null]);

    [DataFact("audio/jfk.wav")]
    public void AQuietMicrophone_HearsTheSameVoice()
    {
        var samples = WavFile.ReadMono(SharedData.PathOf("audio/jfk.wav"));
        var (loud, quiet) = (Measure(samples), Measure([.. samples.Select(sample => (short)Math.Round(sample * 0.2))]));
        Assert.InRange(Semitones(loud.PitchHz!.Value, quiet.PitchHz!.Value), 0, 0.3);
        Assert.InRange(quiet.PitchRangeSemitones!.Value - loud.PitchRangeSemitones!.Value, -0.7, 0.7);
        Assert.InRange(quiet.LevelRangeDb!.Value - loud.LevelRangeDb!.Value, -2, 2);
    }

    [FliteFact]
    public async Task AHigherVoiceThatSpeaksAlike_MovesAlike()
    {
        const string text = "Thank you for calling. I can hear how worried you are, and I will find out for you right now.";
        var (low, high) = (Measure(await Spoken.SayAsync(text)), Measure(await Spoken.SayAsync(text, pitch: 1.4)));
        Assert.InRange(Semitones(high.PitchHz!.Value, low.PitchHz!.Value), 4, 8);
        Assert.InRange(high.PitchRangeSemitones!.Value - low.PitchRangeSemitones!.Value, -1.5, 1.5);
    }

    [Fact]
    public void ALittleSound_SaysNothing()
    {
        var meter = new VoiceMeter();
        for (var i = 0; i < 50; i++)
        {
            meter.Add(new short[AudioFormat.FrameSamples], -90, speech: true);
        }
        Assert.Equal(new VoiceSound(null, null, null, 0), meter.Measure());
        Assert.Throws<ArgumentException>(() => meter.Add(new short[10], -90, true));
    }

    /// <param name="hz">The median that Praat 6.3 gives ("To Pitch (ac)", 60 to 500 Hz, its standard settings), and by second below.</param>
    /// <param name="range">The range from the 10th to the 90th percentile of the same, in semitones.</param>
    private void Compare(string file, double hz, double range, double?[] bySecond)
    {
        var samples = WavFile.ReadMono(SharedData.PathOf(file));
        var (sound, seconds) = (Measure(samples), Seconds(samples));
        var pairs = seconds.Zip(bySecond).Where(pair => pair.First.PitchHz is not null && pair.Second is not null).ToList();
        var near = pairs.Count(pair => Semitones(pair.First.PitchHz!.Value, pair.Second!.Value) <= 1);
        var found = $"median {sound.PitchHz:0.0} Hz (Praat {hz}), range {sound.PitchRangeSemitones:0.00} semitones (Praat {range}), {near} of {pairs.Count} seconds within a semitone of Praat, {sound.VoicedMs} ms voiced";
        output.WriteLine(found);
        Assert.True(Semitones(sound.PitchHz!.Value, hz) <= 1 && Math.Abs(sound.PitchRangeSemitones!.Value - range) <= 2.5 && pairs.Count >= 6 && near >= 0.85 * pairs.Count, found);
    }

    private static VoiceSound Measure(short[] samples)
    {
        var meter = new VoiceMeter();
        Hear(samples, (_, frame, heard) => meter.Add(frame, heard.LevelDbfs, heard.IsSpeech));
        return meter.Measure();
    }

    private static List<VoiceSound> Seconds(short[] samples)
    {
        var meters = Enumerable.Range(0, samples.Length / AudioFormat.SampleRateHz + 1).Select(_ => new VoiceMeter()).ToList();
        Hear(samples, (frameIndex, frame, heard) => meters[frameIndex * AudioFormat.FrameMs / 1000].Add(frame, heard.LevelDbfs, heard.IsSpeech));
        return [.. meters.Select(meter => meter.Measure())];
    }

    private static void Hear(short[] samples, Action<int, short[], SpeechFrame> hear)
    {
        var detector = new EnergySpeechDetector(new EnergySpeechDetectorOptions());
        foreach (var (frame, i) in samples.Chunk(AudioFormat.FrameSamples).Where(frame => frame.Length == AudioFormat.FrameSamples).Select((frame, i) => (frame, i)))
        {
            hear(i, frame, detector.Process(frame));
        }
    }

    private static double Semitones(double a, double b) => Math.Abs(12 * Math.Log2(a / b));
}
