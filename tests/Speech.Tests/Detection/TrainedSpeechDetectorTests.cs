using System.ComponentModel.DataAnnotations;
using RealtimeTraining.Models.Networks;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Detection;
using RealtimeTraining.Speech.Tests.Support;
using RealtimeTraining.Speech.Turns;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Speech.Tests.Detection;

public sealed class TrainedSpeechDetectorTests
{
    private const string Line = "Good morning, Maple Grove clinic. How can I help you today?";

    [Fact]
    public void NoSoundOfTheOffice_IsSpeech_OnceTheRoomIsKnown()
    {
        var sounds = new Dictionary<string, short[]>
        {
            ["digital silence"] = new short[10 * AudioFormat.SampleRateHz],
            ["a constant offset"] = [.. Enumerable.Repeat((short)3_000, 10 * AudioFormat.SampleRateHz)],
            ["a soft hiss"] = Office.White(-65, 10),
            ["a loud hiss"] = Office.White(-35, 10),
            ["a fan"] = Office.Fan(-35, 10),
            ["a loud fan"] = Office.Fan(-22, 10),
            ["the mains"] = Office.Hum(-35, 10),
            ["a fan that is switched on"] = [.. Office.White(-65, 5), .. Office.Fan(-35, 5)],
            ["soft typing"] = Office.Keyboard(-30, 10),
            ["loud typing"] = Office.Keyboard(-10, 10),
            ["clipping hiss"] = Office.White(4, 10),
        };

        // A room louder than believed at first is learnt within a second.
        var spoke = sounds.ToDictionary(sound => sound.Key, sound => Office.Detect(Make(), sound.Value)[60..].Count(heard => heard));

        Assert.All(spoke, sound => Assert.True(sound.Value <= 5, $"{sound.Key}: {sound.Value * AudioFormat.FrameMs} ms of it were taken for speech."));
    }

    [FliteTheory]
    [InlineData("slt")]
    [InlineData("rms")]
    public async Task VoiceInAQuietRoom_IsHeardFromItsFirstSyllableToItsLast(string voice)
    {
        var (samples, first, last) = await InRoomAsync(voice, -65);

        var heard = Office.Detect(Make(), samples);

        Assert.InRange(Array.IndexOf(heard, true), first - 1, first + 9);
        Assert.InRange(Array.LastIndexOf(heard, true), last - 6, last + 12);
        Assert.InRange(heard[first..last].Count(speech => speech) / (double)(last - first), 0.85, 1);
    }

    // As behind a browser's noise suppression, where a voice stands out of next to nothing.
    [FliteTheory]
    [InlineData("slt")]
    [InlineData("rms")]
    [InlineData("awb")]
    [InlineData("kal16")]
    public async Task SpeakerWhoGoesOnInDeadSilence_IsHeardSoon(string voice)
    {
        var (samples, begins) = (new List<short>(new short[AudioFormat.SampleRateHz]), new List<int>());
        foreach (var part in new[] { "Let's get you seen.", "May I have your", "full name?", "I'm sorry about that.", "I have Thursday at", "or Monday morning." })
        {
            var sound = await Spoken.SayAsync(part, voice, rate: 0.8);
            begins.Add((samples.Count + Array.FindIndex(sound, sample => Math.Abs((int)sample) >= 500)) / AudioFormat.FrameSamples);
            samples.AddRange(sound);
            samples.AddRange(new short[AudioFormat.Samples(450)]);
        }
        short[] spoken = [.. samples];
        var heard = Office.Detect(Make(), Office.Together(spoken, Office.White(-77, spoken.Length / AudioFormat.SampleRateHz + 1)[..spoken.Length]));

        var late = begins.Select(begin => (Array.IndexOf(heard, true, begin) - begin) * AudioFormat.FrameMs).ToList();
        Assert.All(late, ms => Assert.InRange(ms, 0, 240));
    }

    [FliteTheory]
    [InlineData(-20)]
    [InlineData(10)]
    public async Task SoftAndLoudMicrophones_HearTheSame(int gainDb)
    {
        var (samples, first, last) = await InRoomAsync("slt", -65);
        Loudness.Amplify(samples, (float)Math.Pow(10, gainDb / 20.0));

        var heard = Office.Detect(Make(), samples);

        Assert.InRange(Array.IndexOf(heard, true), first - 1, first + 8);
        Assert.InRange(heard[first..last].Count(speech => speech) / (double)(last - first), 0.8, 1);
        Assert.DoesNotContain(true, heard[..(first - 1)]);
    }

    [FliteFact]
    public async Task TelephoneBand_IsEnough()
    {
        var (samples, first, last) = await InRoomAsync("slt", -65);
        var narrow = Resampler.Convert(Resampler.Convert(samples, AudioFormat.SampleRateHz, 8_000), 8_000, AudioFormat.SampleRateHz);

        var heard = Office.Detect(Make(), narrow);

        Assert.InRange(heard[first..last].Count(speech => speech) / (double)(last - first), 0.8, 1);
    }

    [FliteFact]
    public async Task VoiceOverAFan_IsHeard_WhereLoudnessNoLongerTells()
    {
        var (samples, first, last) = await InRoomAsync("slt", -65);
        var spoken = Loudness.ActiveDbfs(samples);
        var noisy = Office.Together(samples, Office.Fan(spoken - 5, samples.Length / AudioFormat.SampleRateHz + 1)[..samples.Length]);

        var (ours, energy) = (Office.Detect(Make(), noisy), Office.Detect(new EnergySpeechDetector(new EnergySpeechDetectorOptions()), noisy));

        Assert.InRange(Error(ours, first, last), 0, 0.15);
        Assert.True(Error(ours, first, last) < Error(energy, first, last) / 2);
    }

    [DataFact("audio/ami")]
    public void PeopleInMeetings_AreHeardOverAFanAndOverOthers()
    {
        var rttm = Directory.GetFiles(SharedData.PathOf("audio/ami"), "*.rttm").Single();
        var (missed, wrong, speech, quiet) = (0, 0, 0, 0);
        foreach (var wav in Directory.GetFiles(SharedData.PathOf("audio/ami"), "*.wav"))
        {
            var samples = WavFile.ReadMono(wav);
            var truth = Rttm.Frames(rttm, Path.GetFileNameWithoutExtension(wav), samples.Length / AudioFormat.FrameSamples);
            short[] spoken = [.. samples.Where((_, i) => i / AudioFormat.FrameSamples is var frame && frame < truth.Length && truth[frame])];
            var heard = Office.Detect(Make(), Office.Together(samples, Office.Fan(Loudness.RmsDbfs(spoken) - 5, 31)[..samples.Length]));
            (missed, wrong) = (missed + truth.Zip(heard).Count(pair => pair is (true, false)), wrong + truth.Zip(heard).Count(pair => pair is (false, true)));
            (speech, quiet) = (speech + truth.Count(one => one), quiet + truth.Count(one => !one));
        }

        Assert.True(missed < 0.3 * speech && wrong < 0.1 * quiet, $"Missed {missed} of {speech} frames, heard {wrong} of {quiet} that have no speech.");
    }

    [FliteFact]
    public async Task Reset_ForgetsAll_AndTheSameSoundGivesTheSame()
    {
        var ((samples, _, _), detector) = (await InRoomAsync("slt", -50), Make());
        var first = Office.Detect(detector, samples);

        detector.Reset();

        Assert.Contains(true, first);
        Assert.Equal(first, Office.Detect(detector, samples));
        Assert.Equal(first, Office.Detect(Make(), samples));
    }

    [Fact]
    public void Frames_CostNoMemory()
    {
        var (detector, samples) = (Make(), Office.Fan(-30, 10));
        Office.Detect(detector, samples);
        var allocated = new long[3];
        for (var round = 0; round < allocated.Length; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var at = 0; at < samples.Length; at += AudioFormat.FrameSamples)
            {
                detector.Process(samples.AsSpan(at, AudioFormat.FrameSamples));
            }
            allocated[round] = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // The runtime may put something down once; a frame that does puts it down in every round.
        Assert.Equal(0, allocated.Min());
    }

    [FliteFact]
    public async Task WhatTheHangoverAdds_IsMarked()
    {
        var (samples, _, last) = await InRoomAsync("slt", -65);
        var detector = Make();
        var frames = samples.Chunk(AudioFormat.FrameSamples).Where(frame => frame.Length == AudioFormat.FrameSamples).Select(frame => detector.Process(frame)).ToList();

        var end = frames.FindLastIndex(frame => frame.IsSpeech);
        Assert.All(frames[(end - 5)..(end + 1)], frame => Assert.True(frame.IsHeld));
        Assert.Contains(frames[..last], frame => frame is { IsSpeech: true, IsHeld: false });
        Assert.DoesNotContain(frames, frame => frame is { IsSpeech: false, IsHeld: true });
    }

    [FliteTheory]
    [InlineData("slt")]
    [InlineData("rms")]
    public async Task WhereSpeechBegins_ItIsSaidHowLongItHasSoundedAlready(string voice)
    {
        var (samples, first, _) = await InRoomAsync(voice, -65);
        var detector = Make();
        var frames = samples.Chunk(AudioFormat.FrameSamples).Where(frame => frame.Length == AudioFormat.FrameSamples).Select(frame => detector.Process(frame)).ToList();

        var begin = frames.FindIndex(frame => frame.IsSpeech);
        Assert.InRange(begin - frames[begin].LateMs / AudioFormat.FrameMs, first - 1, begin);
        Assert.All(frames.Where(frame => frame.LateMs > 0), frame => Assert.InRange(frame.LateMs, AudioFormat.FrameMs, new TrainedSpeechDetectorOptions().LateAtMostMs));
        Assert.All(frames.Skip(1).Zip(frames).Where(pair => pair.First.LateMs > 0), pair => Assert.True(pair.First.IsSpeech && !pair.Second.IsSpeech));
        Assert.Contains(frames, frame => frame.LateMs > 0);
    }

    [Fact]
    public void FrameOfAnotherLength_IsRefused() => Assert.Throws<ArgumentException>(() => Make().Process(new short[160]));

    [Fact]
    public void OptionsThatContradict_AreRefused()
    {
        Assert.Throws<ValidationException>(() => new TrainedSpeechDetector(new() { OnsetProbability = 0.3f, HoldProbability = 0.4f }));
        Assert.Throws<ValidationException>(() => new TrainedSpeechDetector(new() { HangoverMs = -1 }));
    }

    [Fact]
    public void NetworkForOtherFeatures_IsRefused()
    {
        var other = new GatedNetwork(new GatedHeader("speech", "bands-0", SpeechFeatures.Count, 4, []), new GatedWeights(SpeechFeatures.Count, 4));

        Assert.Throws<InvalidDataException>(() => new TrainedSpeechDetector(new(), network: other));
    }

    private static TrainedSpeechDetector Make() => new(new TrainedSpeechDetectorOptions());

    /// <summary>Two seconds of room, the line, two seconds of room; and the first and last frame that the voice sounds in.</summary>
    private static async Task<(short[] Samples, int First, int Last)> InRoomAsync(string voice, double noiseDbfs)
    {
        var (line, pause) = (await Spoken.SayAsync(Line, voice), new short[2 * AudioFormat.SampleRateHz]);
        short[] samples = [.. pause, .. line, .. pause];
        var (first, last) = (Array.FindIndex(samples, Sounds) / AudioFormat.FrameSamples, Array.FindLastIndex(samples, Sounds) / AudioFormat.FrameSamples);
        return (Office.Together(samples, Office.White(noiseDbfs, samples.Length / AudioFormat.SampleRateHz + 1)[..samples.Length]), first, last);

        static bool Sounds(short sample) => Math.Abs((int)sample) >= 200;
    }

    /// <summary>Mean of what was missed within the line and wrongly heard outside it.</summary>
    private static double Error(bool[] heard, int first, int last)
    {
        var outside = heard.Where((_, i) => i < first - 2 || i > last + 8).ToList();
        return (heard[first..last].Count(speech => !speech) / (double)(last - first) + outside.Count(speech => speech) / (double)outside.Count) / 2;
    }
}
