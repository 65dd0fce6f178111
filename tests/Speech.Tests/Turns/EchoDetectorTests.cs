using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Tests.Support;
using RealtimeTraining.Speech.Turns;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Speech.Tests.Turns;

public sealed class EchoDetectorTests
{
    private const string Patient = "Well it all began when my sister came to stay with us for a week or two last summer.";
    private const string Trainee = "Excuse me one moment please, I have to open your record first.";

    [FliteTheory]
    [InlineData(-6, 80)]
    [InlineData(-12, 240)]
    [InlineData(-20, 700)]
    [InlineData(-6, 0)]
    public async Task PlayedVoice_IsKnownAtEveryLevelAndDelay(double db, int delayMs)
    {
        var patient = await Spoken.SayAsync(Patient, "rms");
        var (echo, loud) = Listen(patient, Room(Copy(patient, db, delayMs)));

        Assert.InRange((double)echo / loud, 0.95, 1);
    }

    [FliteFact]
    public async Task RoomWithReverberation_IsStillMostlyKnown()
    {
        var patient = await Spoken.SayAsync(Patient, "rms");
        var (known, loud) = Listen(patient, Room(Copy(Reverberant(patient), -8, 120)));

        Assert.InRange((double)known / loud, 0.7, 1);
    }

    // A synthetic voice says the same sounds with the same samples, which no person does.
    [FliteTheory]
    [InlineData("slt", "rms", 0.02)]
    [InlineData("awb", "slt", 0.02)]
    [InlineData("rms", "rms", 0.1)]
    public async Task AnotherVoiceWhileThePatientSpeaks_IsNoEcho(string trainee, string patient, double atMost)
    {
        var (echo, loud) = Listen(await Spoken.SayAsync(Patient, patient), Room(await Spoken.SayAsync(Trainee, trainee)));

        Assert.InRange((double)echo / loud, 0, atMost);
    }

    [FliteTheory]
    [InlineData("slt", "rms")]
    [InlineData("rms", "slt")]
    public async Task SomebodyWhoHasSpokenForATenthOfASecond_IsToldFromAnEcho(string trainee, string patient)
    {
        var (played, spoken) = (await Spoken.SayAsync(Patient, patient), await Spoken.SayAsync(Trainee, trainee));
        var over = Copy(Reverberant(played), -20, 0);
        Mix(over, spoken);

        Assert.Equal(EchoJudgement.SomebodyElse, AfterATenth(played, Room(spoken)));
        Assert.Equal(EchoJudgement.SomebodyElse, AfterATenth(played, Room(over)));
        Assert.NotEqual(EchoJudgement.SomebodyElse, AfterATenth(played, Room(Copy(Reverberant(played), -12, 150))));
    }

    [FliteFact]
    public async Task SomebodyWhoSpeaksOverTheEcho_IsHeard()
    {
        var patient = await Spoken.SayAsync(Patient, "rms");
        var both = Copy(patient, -14, 150);
        Mix(both, await Spoken.SayAsync(Trainee, "slt"));
        var (echo, loud) = Listen(patient, Room(both));

        Assert.InRange((double)echo / loud, 0, 0.45);
    }

    [FliteFact]
    public async Task NothingPlayed_NothingIsEcho()
    {
        var (echo, _) = Listen(new short[AudioFormat.Samples(4_000)], Room(await Spoken.SayAsync(Trainee)));

        Assert.Equal(0, echo);
    }

    // Played sound that is written only after the microphone was looked at, as where the server was held up.
    [FliteFact]
    public async Task PlayedSoundThatComesLate_IsKnownStill()
    {
        var voice = await Spoken.SayAsync(Patient);
        var detector = new EchoDetector();
        var (echo, loud) = (0, 0);
        const int frame = AudioFormat.FrameSamples;
        for (var at = 0; at + frame <= voice.Length; at += frame)
        {
            detector.Heard(at, voice.AsSpan(at, frame));
            detector.Judge();
            detector.Played(at, voice.AsSpan(at, frame));
            if (at > AudioFormat.Samples(1_000) && Loudness.RmsDbfs(voice.AsSpan(at, frame)) > -45)
            {
                loud++;
                echo += detector.Judge() == EchoJudgement.Echo ? 1 : 0;
            }
        }
        Assert.True(loud > 30, $"Only {loud} frames are loud.");
        Assert.InRange(echo, loud * 9 / 10, loud);
    }

    [Fact]
    public void OddPlacesAndLengths_AreTaken()
    {
        var detector = new EchoDetector();
        detector.Played(-5_000, new short[3]);
        detector.Played(long.MaxValue / 8, new short[641]);
        detector.Heard(1_000_000, new short[320]);
        detector.Heard(0, new short[320]);

        Assert.NotEqual(EchoJudgement.Echo, detector.Judge());
    }

    /// <returns>Of the frames that are loud, how many there are and how many were taken for echo.</returns>
    private static (int Echo, int Loud) Listen(short[] played, short[] heard)
    {
        var detector = new EchoDetector();
        var (echo, loud) = (0, 0);
        foreach (var (at, isLoud) in Frames(detector, played, heard))
        {
            // The first quarter of a second of a sound holds too little of it.
            if (at > AudioFormat.Samples(1_000) && isLoud)
            {
                loud++;
                echo += detector.Judge() == EchoJudgement.Echo ? 1 : 0;
            }
        }
        Assert.True(loud > 30, $"Only {loud} frames are loud.");
        return (echo, loud);
    }

    /// <summary>What the sound in the microphone is taken for when it has been loud for a tenth of a second.</summary>
    private static EchoJudgement AfterATenth(short[] played, short[] heard)
    {
        var (detector, loudMs) = (new EchoDetector(), 0);
        foreach (var (_, isLoud) in Frames(detector, played, heard))
        {
            loudMs += isLoud ? AudioFormat.FrameMs : 0;
            if (loudMs >= 100)
            {
                return detector.Judge();
            }
        }
        throw new InvalidOperationException("Nothing was loud for a tenth of a second.");
    }

    /// <summary>Lets the detector hear frame after frame while the other sound is played; gives where each begins, and whether it is loud.</summary>
    private static IEnumerable<(int At, bool IsLoud)> Frames(EchoDetector detector, short[] played, short[] heard)
    {
        const int frame = AudioFormat.FrameSamples;
        for (var at = 0; at + frame <= heard.Length; at += frame)
        {
            if (at + frame <= played.Length)
            {
                detector.Played(at, played.AsSpan(at, frame));
            }
            detector.Heard(at, heard.AsSpan(at, frame));
            yield return (at, Loudness.RmsDbfs(heard.AsSpan(at, frame)) > -45);
        }
    }

    private static short[] Reverberant(short[] sound)
    {
        var room = Copy(sound, 0, 0);
        foreach (var (db, ms) in new[] { (-6.0, 11), (-8.0, 23), (-10.0, 40), (-13.0, 70) })
        {
            Mix(room, Copy(sound, db, ms));
        }
        return room;
    }

    private static short[] Copy(short[] sound, double db, int delayMs)
    {
        var copy = new short[sound.Length + AudioFormat.Samples(delayMs)];
        var gain = Math.Pow(10, db / 20);
        for (var i = 0; i < sound.Length; i++)
        {
            copy[i + AudioFormat.Samples(delayMs)] = (short)(gain * sound[i]);
        }
        return copy;
    }

    private static void Mix(short[] sound, short[] other)
    {
        for (var i = 0; i < Math.Min(sound.Length, other.Length); i++)
        {
            sound[i] = (short)Math.Clamp(sound[i] + other[i], short.MinValue, short.MaxValue);
        }
    }

    private static short[] Room(short[] sound)
    {
        var random = new Random(1);
        return [.. sound.Select(sample => (short)Math.Clamp(sample + random.Next(-8, 9), short.MinValue, short.MaxValue))];
    }
}
