using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Tests.Support;
using RealtimeTraining.Speech.Turns;
using RealtimeTraining.Speech.Prosody;
using RealtimeTraining.TestKit;
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
        Assert.Equal(new VoiceSound(null, null, null, 0, null), meter.Measure());
        Assert.Throws<ArgumentException>(() => meter.Add(new short[10], -90, true));
    }

    [DataFact("audio/ami")]
    public void SpeechAndPauses_OfMeetings_AreWhatTheirAnnotationSays()
    {
        var rttm = Directory.GetFiles(SharedData.PathOf("audio/ami"), "*.rttm").Single();
        var clips = 0;
        foreach (var wav in Directory.GetFiles(SharedData.PathOf("audio/ami"), "*.wav").Order())
        {
            var samples = WavFile.ReadMono(wav);
            var truth = Rttm.Frames(rttm, Path.GetFileNameWithoutExtension(wav), samples.Length / AudioFormat.FrameSamples);
            var speechMs = truth.Count(speech => speech) * AudioFormat.FrameMs;
            if (speechMs < 10_000)
            {
                // Far from the microphone most of the time: what is heard there is not what was annotated.
                continue;
            }
            clips++;
            var (first, last) = (Array.IndexOf(truth, true), Array.LastIndexOf(truth, true));
            var times = Measure(samples).Times!.Value;
            var found = $"{Path.GetFileName(wav)}: speech {times.SpeechMs} ms of {speechMs}, pauses {times.PauseMs} ms, annotated {(last - first + 1) * AudioFormat.FrameMs - speechMs}";
            output.WriteLine(found);
            // Annotators leave the short gaps within a sentence in it.
            Assert.True(times.SpeechMs >= 0.7 * speechMs && times.SpeechMs <= 1.05 * speechMs, found);
            Assert.InRange(times.SpeechMs + times.PauseMs, 0.9 * (last - first + 1) * AudioFormat.FrameMs, 1.1 * (last - first + 1) * AudioFormat.FrameMs);
        }
        Assert.True(clips >= 3);
    }

    [Fact]
    public void AKeyboard_IsNoSpeech()
    {
        var random = new Random(3);
        var (meter, voice) = (new VoiceMeter(), new VoiceMeter());
        for (var i = 0; i < 150; i++)
        {
            short[] noise = [.. Enumerable.Range(0, AudioFormat.FrameSamples).Select(_ => (short)random.Next(-3000, 3000))];
            short[] buzz = [.. Enumerable.Range(0, AudioFormat.FrameSamples).Select(n => (short)(8000 * ((i * AudioFormat.FrameSamples + n) % 100 / 100.0 - 0.5)))];
            meter.Add(i < 50 ? buzz : noise, -20, speech: true);
            voice.Add(i < 50 ? buzz : new short[AudioFormat.FrameSamples], -20, speech: i < 50);
        }
        Assert.InRange(meter.Measure().Times!.Value.SpeechMs, 1000, 1300);
        Assert.Equal(160, voice.Measure().PitchHz!.Value, 1);
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
