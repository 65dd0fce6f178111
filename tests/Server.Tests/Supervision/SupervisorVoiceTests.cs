using System.Runtime.InteropServices;
using System.Threading.Channels;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Tests.Calls;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Tests.Supervision;

/// <summary>Who hears a supervisor, sample by sample. The supervisor's voice is a value that nobody else's has.</summary>
public sealed class SupervisorVoiceTests
{
    private const short Voice = 4_321;

    [Fact]
    public async Task Whisper_IsHeardByTheTrainee_AndByNobodyAndNothingElse()
    {
        await using var call = new CallBench();
        await call.AnswerAsync();
        var ear = call.Session.Ear.Listen();
        await using var voice = call.Session.OpenWhisper();

        var heard = await SpeakAsync(call, voice, ear, 1_000);
        await call.SayAsync("one moment please");

        Assert.Equal(AudioFormat.Samples(1_000), heard.Count(sample => sample == Voice));
        Assert.False(call.Recognition.HasHeard(Voice), "The trainee's recogniser heard the supervisor.");
        Assert.DoesNotContain(Voice, call.Recorder.TraineeSide);
        Assert.DoesNotContain(Voice, call.Recorder.PatientSide);
        Assert.DoesNotContain(Voice, call.Recorder.SupervisorSide);
        Assert.Equal(["one moment please"], call.Mind.Heard.Select(turn => turn.Text));
        Assert.DoesNotContain(call.All<UtteranceSpoken>(), said => said.Party == Party.Supervisor);
    }

    [Fact]
    public async Task Barge_IsHeardByTraineeAndPatient_WhoAddressesWhoeverSpoke()
    {
        await using var call = new CallBench();
        await call.AnswerAsync();
        var ear = call.Session.Ear.Listen();
        var own = new ScriptedRecognition { Words = "this is ruth the manager" };
        var overheard = 0;
        await using var voice = call.Session.OpenBarge(new SupervisorVoice.Ears(own, new AnySoundDetector()), frame => overheard += frame.Count(sample => sample == Voice));

        var heard = await SpeakAsync(call, voice, ear, 1_000);
        await SilenceAsync(call, voice, ear, 600);
        await call.UntilAsync(() => call.All<SpeechStopped>().Count(stopped => stopped.Party == Party.Patient) == 2, "the patient answered the supervisor");
        await call.SayAsync("sorry about that");
        await call.UntilAsync(() => call.All<SpeechStopped>().Count(stopped => stopped.Party == Party.Patient) == 3, "the patient answered the trainee");

        Assert.Equal(AudioFormat.Samples(1_000), heard.Count(sample => sample == Voice));
        Assert.Equal(AudioFormat.Samples(1_000), overheard);
        Assert.True(own.HasHeard(Voice));
        Assert.False(call.Recognition.HasHeard(Voice), "The trainee's recogniser heard the supervisor.");
        Assert.DoesNotContain(Voice, call.Recorder.TraineeSide);
        Assert.DoesNotContain(Voice, call.Recorder.PatientSide);
        Assert.Equal(AudioFormat.Samples(1_000), call.Recorder.SupervisorSide.Count(sample => sample == Voice));
        var third = call.All<UtteranceSpoken>().Single(said => said.Party == Party.Supervisor);
        Assert.InRange(MemoryRecorder.FirstSoundMs(call.Recorder.SupervisorSide) - third.StartMs, -60, 60);
        Assert.Equal(
            [(Party.Patient, "Hello there."), (Party.Supervisor, "this is ruth the manager"), (Party.Patient, "Oh, hello there. I heard you, number 2."),
                (Party.Trainee, "sorry about that"), (Party.Patient, "All right, back to you. I heard you, number 4.")],
            call.All<UtteranceSpoken>().Select(said => (said.Party, said.Text)));
        Assert.Single(call.All<SpeechStarted>(), started => started.Party == Party.Supervisor);
        Assert.Single(call.All<SpeechStopped>(), stopped => stopped.Party == Party.Supervisor);
    }

    [Fact]
    public async Task BargeWhileThePatientSpeaks_StopsThePatient_WhoHasSaidOnlyWhatWasHeard()
    {
        await using var call = new CallBench();
        await call.AnswerAsync();
        call.Mind.Answers.Enqueue(ScriptedMind.Line("Well it all began when my sister came to stay with us for a week or two last summer."));
        await call.SayAsync("what happened");
        await call.UntilAsync(() => call.Session.Playout.IsSpeaking, "the patient speaks");
        await call.PassAsync(1_000);
        var ear = call.Session.Ear.Listen();
        await using var voice = call.Session.OpenBarge(new SupervisorVoice.Ears(new ScriptedRecognition { Words = "excuse me" }, new AnySoundDetector()), _ => { });

        await SpeakAsync(call, voice, ear, 600);
        await CallBench.SpinAsync(() => call.All<UtteranceCutOff>().Any(), "the patient was cut off");
        await SilenceAsync(call, voice, ear, 600);
        await call.UntilAsync(() => call.All<UtteranceSpoken>().Last() is { Party: Party.Patient, Utterance: > 3 }, "the patient answered the supervisor");

        var cut = call.All<UtteranceCutOff>().Single();
        Assert.StartsWith(cut.HeardText, "Well it all began when my sister came to stay with us for a week or two last summer.", StringComparison.Ordinal);
        Assert.InRange(cut.HeardText.Length, 1, 60);
        Assert.StartsWith("Oh, hello there.", call.All<UtteranceSpoken>().Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LineCutOffAfterTheWordToSomebodyElse_IsUnheardForTheMind()
    {
        await using var call = new CallBench();
        await call.AnswerAsync();
        call.Session.Tell(new CallCommand.SupervisorSaid(new Speech.Recognition.Transcript("hello", 1, []), call.Session.NowMs, call.Session.NowMs, IsTyped: true));
        await call.UntilAsync(() => call.Session.Playout.IsSpeaking, "the patient speaks");
        // "Oh, hello there." takes 0.8 s of the scripted voice.
        await call.PassAsync(600);
        call.Session.Tell(new CallCommand.Typed("wait"));
        await CallBench.SpinAsync(() => call.Mind.Cuts.Count > 0, "the patient was cut off");

        Assert.Equal("", call.Mind.Cuts[0]);
    }

    [Fact]
    public async Task Pause_StopsThePatientAndTheClockOfTheSilence_AndThenThePatientGoesOn()
    {
        await using var call = new CallBench();
        call.Mind.SilenceAfterMs = 5_000;
        await call.AnswerAsync();
        call.Mind.Answers.Enqueue(ScriptedMind.Line("It began on Monday, when the letter came and I could not read it."));
        await call.SayAsync("what happened");
        await call.UntilAsync(() => call.Session.Playout.IsSpeaking, "the patient speaks");
        await call.PassAsync(500);

        call.Session.Tell(new CallCommand.Pause("Ruth", Paused: true, "Let us look at this together."));
        await call.PassAsync(20_000);
        call.Recognition.Words = "is this heard";
        await call.MicrophoneAsync(400, speech: true);
        call.Session.Tell(new CallCommand.Typed("nor this"));
        await call.PassAsync(1_000);
        Assert.Empty(call.All<DeadAirNoticed>());
        Assert.Equal(["what happened"], call.All<UtteranceSpoken>().Where(said => said.Party == Party.Trainee).Select(said => said.Text));
        Assert.Equal("paused", Assert.Single(call.All<NoticeShown>()).Code);

        call.Session.Tell(new CallCommand.Pause("Ruth", Paused: false, ""));
        await call.UntilAsync(() => call.All<SpeechStopped>().Count(stopped => stopped.Party == Party.Patient) >= 3, "the patient said the rest");

        Assert.Equal([true, false], call.All<CallPaused>().Select(paused => paused.Paused));
        Assert.EndsWith("read it.", call.All<UtteranceSpoken>().Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SupervisorWhoLeavesInMidWord_LeavesNobodySpeaking()
    {
        await using var call = new CallBench();
        await call.AnswerAsync();
        var ear = call.Session.Ear.Listen();
        var voice = call.Session.OpenBarge(new SupervisorVoice.Ears(new ScriptedRecognition { Words = "and" }, new AnySoundDetector()), _ => { });
        await SpeakAsync(call, voice, ear, 300);

        await voice.DisposeAsync();
        await CallBench.SpinAsync(() => call.All<SpeechStopped>().Any(stopped => stopped.Party == Party.Supervisor), "nobody speaks");

        Assert.DoesNotContain(call.All<UtteranceSpoken>(), said => said.Party == Party.Supervisor);
    }

    private static Task<List<short>> SpeakAsync(CallBench call, SupervisorVoice voice, ChannelReader<AudioPacket> ear, int milliseconds) =>
        SendAsync(call, voice, ear, milliseconds, Voice);

    private static Task<List<short>> SilenceAsync(CallBench call, SupervisorVoice voice, ChannelReader<AudioPacket> ear, int milliseconds) =>
        SendAsync(call, voice, ear, milliseconds, 0);

    private static async Task<List<short>> SendAsync(CallBench call, SupervisorVoice voice, ChannelReader<AudioPacket> ear, int milliseconds, short value)
    {
        var frame = new short[AudioFormat.FrameSamples];
        Array.Fill(frame, value);
        var pcm = MemoryMarshal.AsBytes(frame.AsSpan()).ToArray();
        var heard = new List<short>();
        var stream = voice.Intake.Open();
        for (var at = 0; at < milliseconds; at += AudioFormat.FrameMs)
        {
            call.Time.Advance(TimeSpan.FromMilliseconds(AudioFormat.FrameMs));
            voice.Intake.Accept(stream, new AudioPacket(0, 0, AudioFormat.Samples(at), pcm));
            // Each frame that was heard is at the ear before the next is spoken.
            heard.AddRange(MemoryMarshal.Cast<byte, short>((await ear.ReadAsync()).Pcm).ToArray());
            await CallBench.SpinAsync(() => call.Session.IsIdle, "the call has taken it in");
        }
        voice.Intake.Close(stream);
        return heard;
    }
}
