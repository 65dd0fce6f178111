using System.ComponentModel.DataAnnotations;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Tests.Support;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Speech.Tests.Turns;

public sealed class EnergySpeechDetectorTests
{
    [Theory]
    [InlineData(-75)]
    [InlineData(-60)]
    [InlineData(-45)]
    [InlineData(-35)]
    public void SteadyNoise_IsNotSpeech(double noiseDbfs)
    {
        var heard = Detect(Noise(noiseDbfs, seconds: 10));

        // A room louder than believed at first is learnt within a second.
        Assert.DoesNotContain(true, heard[60..]);
    }

    [Theory]
    [InlineData(-75, -50)]
    [InlineData(-60, -40)]
    [InlineData(-45, -25)]
    [InlineData(-35, -18)]
    public void SpeechOverNoise_IsFound_ItsStartWithin80Ms_ItsEndWithTheHangover(double noiseDbfs, double speechDbfs)
    {
        var samples = Noise(noiseDbfs, 10);
        AddBursts(samples, speechDbfs, from: 5, to: 6);

        var heard = Detect(samples);

        var start = Array.IndexOf(heard, true, 200);
        Assert.InRange(start, 250, 254);
        Assert.InRange(Array.LastIndexOf(heard, true), 299, 307);
        Assert.DoesNotContain(false, heard[start..300]);
    }

    [Fact]
    public void DcOffset_ChangesNothing()
    {
        var samples = Noise(-60, 10);
        AddBursts(samples, -30, 5, 6);
        var shifted = samples.Select(sample => (short)(sample + 3_000)).ToArray();

        Assert.Equal(Detect(samples), Detect(shifted));
    }

    [Fact]
    public void MainsHum_IsNotSpeech()
    {
        var samples = Noise(-70, 10);
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] += (short)(300 * Math.Sin(2 * Math.PI * 50 * i / AudioFormat.SampleRateHz));
        }

        Assert.DoesNotContain(true, Detect(samples));
    }

    [Fact]
    public void Click_IsNotSpeech()
    {
        var samples = Noise(-60, 10);
        for (var i = 0; i < 200; i++)
        {
            samples[5 * AudioFormat.SampleRateHz + i] = (short)(i % 2 == 0 ? 20_000 : -20_000);
        }

        Assert.DoesNotContain(true, Detect(samples));
    }

    [Fact]
    public void FanSwitchedOn_IsLearntWithinTheWindow()
    {
        short[] samples = [.. Noise(-65, 5), .. Noise(-42, 10)];

        var heard = Detect(samples);

        Assert.Contains(true, heard[250..400]);
        Assert.DoesNotContain(true, heard[(250 + 150 + 10)..]);
    }

    [Fact]
    public void LongSpeech_DoesNotBecomeTheNoiseFloor()
    {
        // Twenty seconds of speech with the short gaps between its words, and no pause.
        var samples = Noise(-60, 25);
        AddBursts(samples, -25, 3, 23);

        var heard = Detect(samples);

        Assert.All(heard[160..1_150], Assert.True);
    }

    [Fact]
    public void DigitalSilence_IsNotSpeech_AndFirstSoundAfterItIs()
    {
        var samples = new short[10 * AudioFormat.SampleRateHz];
        AddBursts(samples, -40, 5, 6);

        var heard = Detect(samples);

        Assert.DoesNotContain(true, heard[..250]);
        Assert.Contains(true, heard[250..300]);
    }

    [Fact]
    public void SpeechFromTheFirstFrame_IsHeardAfterWarmUp()
    {
        var samples = Noise(-60, 3);
        AddBursts(samples, -25, 0, 2);

        Assert.Contains(true, Detect(samples)[..12]);
    }

    [Fact]
    public void Reset_ForgetsTheRoom()
    {
        var detector = new EnergySpeechDetector(new EnergySpeechDetectorOptions());
        var samples = Noise(-40, 6);
        AddBursts(samples, -20, 3, 4);
        var first = Detect(samples, detector);

        detector.Reset();

        Assert.Equal(first, Detect(samples, detector));
    }

    [Fact]
    public void LevelsAreStated()
    {
        var detector = new EnergySpeechDetector(new EnergySpeechDetectorOptions());
        var last = default(SpeechFrame);
        foreach (var frame in Noise(-40, 6).Chunk(AudioFormat.FrameSamples))
        {
            last = detector.Process(frame);
        }

        Assert.InRange(last.LevelDbfs, -42, -38);
        Assert.InRange(last.NoiseDbfs, -43, -37);
    }

    [Fact]
    public void FrameOfAnotherLength_IsRefused() => Assert.Throws<ArgumentException>(
        () => new EnergySpeechDetector(new EnergySpeechDetectorOptions()).Process(new short[160]));

    [Fact]
    public void OptionsThatContradict_AreRefused()
    {
        Assert.Throws<ValidationException>(() => new EnergySpeechDetector(new() { OnsetFrames = 5, OnsetWindowFrames = 4 }));
        Assert.Throws<ValidationException>(() => new EnergySpeechDetector(new() { HoldAboveNoiseDb = 20 }));
        Assert.Throws<ValidationException>(() => new EnergySpeechDetector(new() { HangoverMs = -1 }));
    }

    [DataFact("audio/jfk.wav")]
    public void PublicSpeech_IsFoundWhereTheTrainedDetectorFindsIt()
    {
        // Silero's segments of this recording, in seconds; the pauses between them are where a turn could end.
        (double From, double To)[] spoken = [(0.32, 2.27), (3.27, 4.41), (5.38, 7.68), (8.16, 10.62)];
        var heard = Detect(WavFile.ReadMono(SharedData.PathOf("audio/jfk.wav")));

        var truth = heard.Select((_, i) => spoken.Any(part => i * 0.02 >= part.From && i * 0.02 < part.To)).ToArray();
        var (missed, falseAlarm) = Compare(truth, heard);
        Assert.InRange(missed, 0, 0.15);
        Assert.InRange(falseAlarm, 0, 0.45);
    }

    [DataFact("audio/ami")]
    public void MeetingSpeech_IsMostlyFound()
    {
        var (frames, missed, falseAlarms, pauses) = (0, 0d, 0d, 0);
        var rttm = Directory.GetFiles(SharedData.PathOf("audio/ami"), "*.rttm").Single();
        foreach (var wav in Directory.GetFiles(SharedData.PathOf("audio/ami"), "*.wav"))
        {
            var heard = Detect(WavFile.ReadMono(wav));
            var truth = Rttm.Frames(rttm, Path.GetFileNameWithoutExtension(wav), heard.Length);
            missed += heard.Zip(truth).Count(pair => pair.Second && !pair.First);
            falseAlarms += heard.Zip(truth).Count(pair => !pair.Second && pair.First);
            pauses += truth.Count(speech => !speech);
            frames += truth.Count(speech => speech);
        }

        Assert.True(missed / frames < 0.35 && falseAlarms / pauses < 0.4,
            $"Missed {missed / frames:P1} of the speech, heard speech in {falseAlarms / pauses:P1} of the pauses.");
    }

    private static (double Missed, double FalseAlarm) Compare(bool[] truth, bool[] heard) =>
        ((double)truth.Zip(heard).Count(pair => pair.First && !pair.Second) / truth.Count(speech => speech),
        (double)truth.Zip(heard).Count(pair => !pair.First && pair.Second) / truth.Count(speech => !speech));

    private static bool[] Detect(short[] samples, EnergySpeechDetector? detector = null)
    {
        detector ??= new EnergySpeechDetector(new EnergySpeechDetectorOptions());
        return [.. samples.Chunk(AudioFormat.FrameSamples).Where(frame => frame.Length == AudioFormat.FrameSamples)
            .Select(frame => detector.Process(frame).IsSpeech)];
    }

    private static short[] Noise(double dbfs, int seconds)
    {
        var random = new Random(7);
        var amplitude = 32_768 * Math.Pow(10, dbfs / 20) * Math.Sqrt(3);
        return [.. Enumerable.Range(0, seconds * AudioFormat.SampleRateHz)
            .Select(_ => (short)Math.Round((2 * random.NextDouble() - 1) * amplitude))];
    }

    /// <summary>Sound with the rhythm of speech: a voice of 150 Hz with harmonics, syllables of 180 ms, gaps of 60 ms.</summary>
    private static void AddBursts(short[] samples, double dbfs, double from, double to)
    {
        var amplitude = 32_768 * Math.Pow(10, dbfs / 20);
        for (var i = (int)(from * AudioFormat.SampleRateHz); i < (int)(to * AudioFormat.SampleRateHz); i++)
        {
            var time = (double)i / AudioFormat.SampleRateHz;
            if ((time - from) % 0.24 < 0.18)
            {
                double voice = 0;
                for (var harmonic = 1; harmonic <= 10; harmonic++)
                {
                    voice += Math.Sin(2 * Math.PI * 150 * harmonic * time) / harmonic;
                }
                samples[i] = (short)Math.Clamp(samples[i] + amplitude * voice, short.MinValue, short.MaxValue);
            }
        }
    }
}
