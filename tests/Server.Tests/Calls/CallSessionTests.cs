using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Tests.Calls;

public sealed class CallSessionTests
{
    private const string LongLine = "Well it all began when my sister came to stay with us for a week or two last summer.";

    [Fact]
    public async Task Place_RingsThenThePatientAnswersAndSpeaks()
    {
        await using var call = new CallBench();

        await call.AnswerAsync();

        Assert.Equal(CallStatus.Live, call.Session.Status);
        Assert.InRange(call.All<CallAnswered>().Single().AtMs, 1_800, 2_000);
        Assert.Equal("Hello there.", call.All<UtteranceSpoken>().Single().Text);
        var spokenMs = MemoryRecorder.LastSoundMs(call.Recorder.PatientSide) - MemoryRecorder.FirstSoundMs(call.Recorder.PatientSide);
        Assert.Equal("Hello there.".Length * ToneSynthesizer.MsPerCharacter, spokenMs);
    }

    [Fact]
    public async Task Turn_EndsAfterTheDetectorsSilence_AndThePatientReplies()
    {
        await using var call = new CallBench();
        await call.AnswerAsync();

        await call.SayAsync("hello this is riverside");
        await call.UntilAsync(() => call.All<TurnTimed>().Any(), "the turn was timed");

        var said = call.All<UtteranceSpoken>().Single(u => u.Party == Party.Trainee);
        Assert.Equal("hello this is riverside", said.Text);
        Assert.InRange(said.EndMs - said.StartMs, 960, 1_040);
        var timed = call.All<TurnTimed>().Single();
        Assert.InRange(timed.EndpointMs, 480, 560);
        Assert.True(timed.EndpointMs <= timed.FinalMs && timed.FinalMs <= timed.DecisionMs && timed.DecisionMs <= timed.FirstAudioMs);
        Assert.Equal("hello this is riverside", call.Mind.Heard.Single().Text);
    }

    [Fact]
    public async Task ShortPause_DoesNotEndTheTurn()
    {
        await using var call = new CallBench();
        await call.AnswerAsync();

        call.Recognition.Words = "your date of birth";
        await call.MicrophoneAsync(600, speech: true);
        await call.MicrophoneAsync(400, speech: false);
        await call.MicrophoneAsync(600, speech: true);
        await call.MicrophoneAsync(600, speech: false);
        await CallBench.SpinAsync(() => call.Mind.Heard.Count > 0, "the turn was heard");

        Assert.Single(call.Mind.Heard);
        var voice = call.All<UtteranceSpoken>().Single(u => u.Party == Party.Trainee).Voice!;
        Assert.InRange(voice.LongestPauseMs, 380, 420);
        Assert.InRange(voice.SpeechMs, 1_180, 1_220);
    }

    [Fact]
    public async Task Pause_TellsTheWordsSoFar_OnceForEachPauseThatIsNoStopBetweenTwoWords()
    {
        await using var call = new CallBench();
        await call.AnswerAsync();

        call.Recognition.Words = "i can hear that";
        await call.MicrophoneAsync(600, speech: true);
        await call.MicrophoneAsync(120, speech: false);
        await call.MicrophoneAsync(300, speech: true);
        await call.MicrophoneAsync(400, speech: false);
        call.Recognition.Words = "i can hear that you are worried";
        await call.MicrophoneAsync(600, speech: true);
        await call.MicrophoneAsync(600, speech: false);
        await CallBench.SpinAsync(() => call.Mind.Heard.Count > 0, "the turn was heard");

        var paused = call.All<TraineePaused>().ToList();
        var said = call.All<UtteranceSpoken>().Single(u => u.Party == Party.Trainee);
        Assert.StartsWith("i can hear that", paused[0].Text, StringComparison.Ordinal);
        Assert.Equal(said.Text, paused[^1].Text);
        Assert.Equal(2, paused.Count);
        Assert.All(paused, p => Assert.Equal((said.Utterance, said.StartMs), (p.Utterance, p.StartMs)));
        Assert.Equal(said.EndMs, paused[1].EndMs);
        Assert.All(paused, p => Assert.InRange(p.AtMs - p.EndMs, 180, 260));
    }

    [Theory]
    [InlineData(500)]
    // So long that no reply is prepared.
    [InlineData(1_500)]
    public async Task Pause_AfterAWholeSentence_TellsWhatItMeetsAndBreaks_AndDecidesNothing(int waitMs)
    {
        await using var call = new CallBench(turns: new WholeSentences(waitMs));
        await call.AnswerAsync();
        call.Mind.Answers.Enqueue(ScriptedMind.Line("Good.") with
        {
            Events =
            [
                new GoalMet("appointment", 3), new ObjectionDissolved("cost", 3),
                new BlockerRaised("disclosed", BlockerKind.DisclosedBeforeIdentity, "", 3), new BlockerRaised("chestPain", BlockerKind.EmergencyNotEscalated, "", 3),
            ],
        });
        call.Recognition.Words = "tuesday at nine is yours";
        await call.MicrophoneAsync(600, speech: true);
        await call.MicrophoneAsync(300, speech: false);
        await call.UntilAsync(() => call.All<TraineePaused>().Any(), "the pause was told");

        var paused = Assert.Single(call.All<TraineePaused>());
        Assert.Equal(["appointment", "cost"], paused.Meets);
        Assert.Equal(["disclosed"], paused.Breaks);
        await call.MicrophoneAsync(300, speech: true);
        await call.MicrophoneAsync(1_700, speech: false);
        await CallBench.SpinAsync(() => call.Mind.Heard.Count == 1 && call.All<PatientThinking>().Any(), "the turn was heard");
        Assert.Single(call.All<GoalMet>());
    }

    [Fact]
    public async Task Pause_AfterASignThatOneListens_TellsNothing()
    {
        await using var call = new CallBench();
        await call.AnswerAsync();

        await call.SayAsync("mm-hm");
        await call.UntilAsync(() => call.All<UtteranceSpoken>().Any(u => u.Party == Party.Trainee), "it was heard");

        Assert.Empty(call.All<TraineePaused>());
    }

    [Fact]
    public async Task Pause_ThatMayBeTheEnd_HasTheReplyPreparedAndSaidOnlyOnceItIs()
    {
        await using var call = new CallBench();
        await call.AnswerAsync();
        call.Mind.Answers.Enqueue(ScriptedMind.Line("It began on Monday."));
        call.Recognition.Words = "what happened";
        await call.MicrophoneAsync(600, speech: true);
        await call.MicrophoneAsync(300, speech: false);
        await CallBench.SpinAsync(() => call.Mind.Heard.Count == 1 && call.Session.IsIdle, "a reply was prepared");

        Assert.DoesNotContain(call.All<UtteranceSpoken>(), said => said.Party == Party.Trainee);
        Assert.DoesNotContain(call.All<PatientDecided>(), decided => decided.Key == "test" && decided.AtMs > call.All<UtteranceSpoken>().Single().AtMs);
        Assert.False(call.Session.Playout.IsSpeaking);

        await call.MicrophoneAsync(300, speech: false);
        await call.UntilAsync(() => call.All<TurnTimed>().Any(), "the turn was timed");
        var timed = call.All<TurnTimed>().Single();
        Assert.True(timed.Prepared);
        Assert.True(timed.FirstAudioMs >= timed.EndpointMs, timed.ToString());
        Assert.Equal(["what happened"], call.All<UtteranceSpoken>().Where(said => said.Party == Party.Trainee).Select(said => said.Text));
        Assert.Equal("It began on Monday.", call.All<UtteranceSpoken>().Last().Text);
        Assert.Single(call.Mind.Heard);
        Assert.Empty(call.Mind.TakenBack);
    }

    [Fact]
    public async Task Pause_ThatWasNotTheEnd_LeavesNothingOfThePreparedReply()
    {
        await using var call = new CallBench();
        await call.AnswerAsync();
        call.Mind.Answers.Enqueue(ScriptedMind.Line("It began on Monday."));
        call.Recognition.Words = "my name is";
        await call.MicrophoneAsync(600, speech: true);
        await call.MicrophoneAsync(300, speech: false);
        await CallBench.SpinAsync(() => call.Mind.Heard.Count == 1 && call.Session.IsIdle, "a reply was prepared");
        call.Recognition.Words = "jordan";
        await call.MicrophoneAsync(400, speech: true);
        await call.MicrophoneAsync(600, speech: false);
        await call.UntilAsync(() => call.All<TurnTimed>().Any(), "the turn was timed");

        Assert.Equal("my name is", call.Mind.TakenBack[0].Text);
        Assert.Equal("my name is jordan", call.Mind.Heard.Single().Text);
        Assert.Equal("my name is jordan", call.All<UtteranceSpoken>().Single(said => said.Party == Party.Trainee).Text);
        Assert.Equal("It began on Monday.", call.All<UtteranceSpoken>().Last().Text);
        Assert.Equal([1, 2, 3], call.All<UtteranceSpoken>().Select(said => said.Utterance));
    }

    [Fact]
    public async Task Backchannel_DoesNotTakeTheFloor()
    {
        await using var call = new CallBench();
        await InALongLineAsync(call);

        call.Recognition.Words = "mm hm okay";
        await call.MicrophoneAsync(400, speech: true);
        await call.MicrophoneAsync(600, speech: false);
        await call.UntilAsync(() => call.All<UtteranceSpoken>().Count(u => u.Party == Party.Patient) == 3, "the patient goes on");

        var heard = call.All<UtteranceCutOff>().Single().HeardText;
        Assert.Equal(LongLine, $"{heard} {call.All<UtteranceSpoken>().Last().Text}");
        Assert.Contains(call.All<UtteranceSpoken>(), said => said.Text == "mm hm okay");
        Assert.Single(call.Mind.Heard);
        Assert.Equal(1, call.Mind.WentOn);
    }

    [Fact]
    public async Task Interrupt_WhileSpeaking_StopsAudioAndKeepsTranscript()
    {
        await using var call = new CallBench();
        await InALongLineAsync(call);

        call.Recognition.Words = "sorry one moment";
        await call.MicrophoneAsync(300, speech: true);
        await CallBench.SpinAsync(() => call.All<UtteranceCutOff>().Any(), "the patient was cut off");

        Assert.False(call.Session.Playout.IsSpeaking);
        var cut = call.All<UtteranceCutOff>().Single();
        Assert.StartsWith("Well it all began", cut.HeardText, StringComparison.Ordinal);
        Assert.DoesNotContain("summer", cut.HeardText, StringComparison.Ordinal);
        Assert.Equal(cut.HeardText, call.Mind.Cuts.Single());
        // Nobody has said when it was heard, but where the time went before is known.
        Assert.Null(call.All<TurnTimed>().Single().FirstPlayedMs);
        Assert.True(MemoryRecorder.LastSoundMs(call.Recorder.PatientSide) <= cut.AtMs + AudioFormat.FrameMs);
        await call.MicrophoneAsync(600, speech: false);
        await CallBench.SpinAsync(() => call.Mind.Heard.Count == 2, "the interruption was heard");
        Assert.True(call.Mind.Heard[1].InterruptedPatient);
    }

    // The server does not know the browser's own voice, and cannot tell its echo from the trainee.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task InterruptionInTheFirstSeconds_TakesLongerWhereItMayBeAnEcho(bool patientsVoiceIsKnown)
    {
        var options = new CallOptions();
        await using var call = new CallBench(options, serverSpeaks: patientsVoiceIsKnown);
        call.Mind.Opening = ScriptedMind.Line(LongLine);
        await call.PlaceAsync();
        await call.PassAsync(options.UnheardMs + AudioFormat.FrameMs);

        await call.MicrophoneAsync(Hiss(options.BargeInMs - AudioFormat.FrameMs));
        Assert.Empty(call.All<UtteranceCutOff>());
        await call.MicrophoneAsync(Hiss(AudioFormat.FrameMs));
        Assert.Equal(patientsVoiceIsKnown, call.All<UtteranceCutOff>().Any());
        await call.MicrophoneAsync(Hiss(options.EarlyBargeInMs - options.BargeInMs));

        Assert.Single(call.All<UtteranceCutOff>());
        Assert.True(call.Clock.NowMs < options.EarlyMs);
    }

    [Fact]
    public async Task NoiseThatStoppedThePatient_LetsItGoOn()
    {
        await using var call = new CallBench();
        await InALongLineAsync(call);

        call.Recognition.Words = "";
        await call.MicrophoneAsync(300, speech: true);
        await call.MicrophoneAsync(600, speech: false);
        await call.UntilAsync(() => call.All<UtteranceSpoken>().Count(u => u.Party == Party.Patient) == 3, "the patient goes on");

        var heard = call.All<UtteranceCutOff>().Single().HeardText;
        var rest = call.All<UtteranceSpoken>().Last().Text;
        Assert.Equal(LongLine, $"{heard} {rest}");
        Assert.Single(call.Mind.Heard);
    }

    // The patient broke into a pause: who goes on a moment later than it began has not interrupted.
    [Theory]
    [InlineData(200, false)]
    [InlineData(400, true)]
    public async Task TraineeWhoBeginsTogetherWithThePatient_IsNotSaidToInterrupt(int afterMs, bool interrupts)
    {
        await using var call = new CallBench();
        await call.AnswerAsync();
        call.Mind.Answers.Enqueue(ScriptedMind.Line(LongLine));
        await call.SayAsync("may i have your");
        var beganMs = call.All<SpeechStarted>().Last(started => started.Party == Party.Patient).AtMs;
        Assert.InRange(call.Clock.NowMs - beganMs, 0, 200);
        await call.MicrophoneAsync(beganMs + afterMs - call.Clock.NowMs, speech: false);

        call.Recognition.Words = "full name and your date of birth";
        await call.MicrophoneAsync(600, speech: true);
        await call.MicrophoneAsync(600, speech: false);
        await CallBench.SpinAsync(() => call.Mind.Heard.Count == 2, "the rest was heard");

        // It stops all the same.
        Assert.Single(call.All<UtteranceCutOff>());
        Assert.Equal(interrupts, call.Mind.Heard[1].InterruptedPatient);
        var (first, last) = (call.All<UtteranceSpoken>().First(said => said.Party == Party.Trainee), call.All<UtteranceSpoken>().Last(said => said.Party == Party.Trainee));
        Assert.Equal(interrupts, last.InterruptedOther);
        // Who did not interrupt went on with their own sentence: the patient hears both halves as one.
        Assert.Equal(interrupts ? null : first.Utterance, last.GoesOnFrom);
        Assert.Equal(interrupts ? null : "may i have your", call.Mind.Heard[1].Before);
    }

    [Theory]
    [InlineData("and your date of birth")]
    [InlineData("")]
    public async Task TraineeWhoGoesOnBeforeThePatientCanBeHeard_DoesNotInterrupt(string rest)
    {
        await using var call = new CallBench();
        await call.AnswerAsync();
        call.Mind.Answers.Enqueue(ScriptedMind.Line(LongLine));
        call.Recognition.Words = "your full name";
        await call.MicrophoneAsync(600, speech: true);
        await call.MicrophoneAsync(500, speech: false);
        await CallBench.SpinAsync(() => call.Session.Playout.IsSpeaking, "the first sound was sent");

        call.Recognition.Words = rest;
        await call.MicrophoneAsync(40, speech: true);
        await CallBench.SpinAsync(() => call.All<UtteranceCutOff>().Any(), "the patient took the word back");
        await call.MicrophoneAsync(600, speech: false);

        Assert.Equal("", call.All<UtteranceCutOff>().Single().HeardText);
        if (rest.Length > 0)
        {
            await CallBench.SpinAsync(() => call.Mind.Heard.Count == 2, "the rest was heard");
            Assert.False(call.Mind.Heard[1].InterruptedPatient);
            Assert.Equal("your full name", call.Mind.Heard[1].Before);
        }
        else
        {
            // It was only a sound.
            await call.UntilAsync(() => call.All<UtteranceSpoken>().Count(said => said.Text == LongLine) == 2, "the patient says it after all");
        }
    }

    [Fact]
    public async Task NoiseBeforeThePatientsVoiceWasMade_DoesNotLeaveThePatientSilent()
    {
        var voice = new HeldVoice();
        await using var call = new CallBench(voice: voice);
        voice.LetGo();
        await call.AnswerAsync();
        voice.Hold();
        call.WaitsForReplies = false;
        call.Mind.Answers.Enqueue(ScriptedMind.Line("It began on Monday."));
        await call.SayAsync("what happened");

        call.Recognition.Words = "";
        await call.MicrophoneAsync(100, speech: true);
        await CallBench.SpinAsync(() => call.All<UtteranceCutOff>().Any(), "the patient took the word back");
        voice.LetGo();
        call.WaitsForReplies = true;
        await call.MicrophoneAsync(600, speech: false);

        await call.UntilAsync(() => call.All<UtteranceSpoken>().Any(said => said.Text == "It began on Monday."), "the patient says it after all");
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(8, 2)]
    public async Task SilenceLongEnough_WaitsForWhatMayBeTheNextWord_ButNotForEver(int doubtful, int turns)
    {
        await using var call = new CallBench(detector: new HesitantDetector());
        await call.AnswerAsync();
        call.Recognition.Words = "your date of birth";
        static IEnumerable<short[]> Frames(int count, short level) => Enumerable.Repeat(Enumerable.Repeat(level, AudioFormat.FrameSamples).ToArray(), count);

        await call.MicrophoneAsync([.. Frames(30, HesitantDetector.Speech), .. Frames(24, 0), .. Frames(doubtful, HesitantDetector.Doubtful), .. Frames(20, HesitantDetector.Speech), .. Frames(30, 0)]);
        await CallBench.SpinAsync(() => call.Mind.Heard.Count == turns, $"it was heard as {turns}");

        Assert.Equal(turns, call.All<UtteranceSpoken>().Count(said => said.Party == Party.Trainee));
    }

    [Fact]
    public async Task PatientsOwnWordsThroughTheMicrophone_AreNotTakenForTheTrainees()
    {
        await using var call = new CallBench();
        await InALongLineAsync(call);

        call.Recognition.Words = "it all began my sister";
        await call.MicrophoneAsync(1_200, speech: true);
        await call.MicrophoneAsync(600, speech: false);
        await call.UntilAsync(() => call.Mind.WentOn == 1, "the patient goes on");

        Assert.Single(call.All<UtteranceSpoken>(), said => said.Party == Party.Trainee);
        Assert.Single(call.All<NoticeShown>(), notice => notice.Code == "echoHeard");
        Assert.Single(call.Mind.Heard);
    }

    [Fact]
    public async Task Hold_SilencesThePatientAndHearsNothing()
    {
        await using var call = new CallBench();
        await call.AnswerAsync();

        call.Session.Tell(new CallCommand.Hold(true));
        await CallBench.SpinAsync(() => call.All<HoldChanged>().Any(), "on hold");
        var heardSamples = call.Recognition.SamplesHeard;
        await call.MicrophoneAsync(1_000, speech: true);
        call.Session.Tell(new CallCommand.Hold(false));
        await CallBench.SpinAsync(() => call.Mind.Holds.Count == 2, "back");

        Assert.Equal(heardSamples, call.Recognition.SamplesHeard);
        Assert.Empty(call.Mind.Heard);
        Assert.InRange(call.Mind.Holds[1].HeldMs, 980, 1_060);
        Assert.Equal(-1, call.Recorder.TraineeSide.AsSpan().IndexOfAnyExcept((short)0));
    }

    [Fact]
    public async Task Silence_LetsThePatientWonderAloud()
    {
        await using var call = new CallBench();
        call.Mind.SilenceAfterMs = 7_000;
        await call.AnswerAsync();

        await call.UntilAsync(() => call.All<DeadAirNoticed>().Any(), "dead air was noticed", 9_000);

        Assert.InRange(call.All<DeadAirNoticed>().Single().SilenceMs, 7_000, 7_200);
    }

    [Fact]
    public async Task BrowserGone_PatientWaitsAndGoesOnFromWhatWasHeard()
    {
        await using var call = new CallBench();
        await call.AnswerAsync();
        call.Mind.SilenceAfterMs = 7_000;
        call.Mind.Answers.Enqueue(ScriptedMind.Line("It hurts here, and then here, and most of all in the evening."));
        await call.SayAsync("where does it hurt");
        await call.UntilAsync(() => call.Session.Playout.IsSpeaking, "the patient speaks");
        await call.PassAsync(500);
        var utterance = call.All<UtteranceSpoken>().Last().Utterance;
        call.Session.Playout.Played(new PlayedPosition(utterance, AudioFormat.Samples(400), null, 0));

        call.Session.Gone();
        await CallBench.SpinAsync(() => call.All<ConnectionChanged>().Any(), "gone");
        await call.PassAsync(20_000);
        Assert.False(call.All<DeadAirNoticed>().Any());
        call.Session.Came();
        var packets = call.Session.Playout.Listen();
        await call.UntilAsync(() => !call.Session.Playout.IsSpeaking, "the line was spoken to its end", 10_000);

        Assert.True(packets.TryRead(out var first));
        Assert.Equal(AudioFormat.Samples(400), first.Offset);
        Assert.Single(call.Mind.Heard);
    }

    [Fact]
    public async Task MicrophoneThatHangsInALineOfWhichNothingIsKnownToBeHeard_LineIsSaidAgainFromItsBeginning()
    {
        await using var call = new CallBench();
        await call.AnswerAsync();
        call.Mind.Answers.Enqueue(ScriptedMind.Line("It hurts here, and then here, and most of all in the evening."));
        await call.SayAsync("where does it hurt");
        var packets = call.Session.Playout.Listen();
        await call.UntilAsync(() => call.Session.Playout.IsSpeaking, "the patient speaks");
        var stream = call.Session.Intake.Open();

        await call.UntilAsync(() => call.All<ConnectionChanged>().Any(), "the microphone hangs", 2_700);
        await call.PassAsync(3_000);
        while (packets.TryRead(out _))
        {
        }
        call.Session.Intake.Accept(stream, new AudioPacket(0, 0, 0, new byte[AudioFormat.FrameSamples * 2]));
        await call.UntilAsync(() => packets.TryPeek(out _), "the patient goes on", 400);

        Assert.True(packets.TryRead(out var first));
        Assert.Equal(0, first.Offset);
        Assert.Equal([false, true], call.All<ConnectionChanged>().Select(change => change.Connected));
    }

    [Fact]
    public async Task BrowserGoneBeforeALineWasHeard_LineStandsInTheLogWhereTheRecordingHasIt()
    {
        await using var call = new CallBench();
        await call.AnswerAsync();
        call.Mind.Answers.Enqueue(ScriptedMind.Line("It hurts here, and then here, and most of all in the evening."));
        await call.SayAsync("where does it hurt");
        await call.UntilAsync(() => call.Session.Playout.IsSpeaking, "the patient speaks");
        await call.PassAsync(300);
        var planned = call.All<UtteranceSpoken>().Last();

        call.Session.Gone();
        await CallBench.SpinAsync(() => call.All<ConnectionChanged>().Any(), "gone");
        await call.PassAsync(5_000);
        var backMs = call.Session.NowMs;
        call.Session.Came();
        await call.UntilAsync(() => call.All<UtterancePlayed>().Any(), "the line was spoken to its end", 10_000);

        var line = Transcripts.Spoken([.. call.All<CallEvent>()]).Last();
        Assert.Equal(planned.Utterance, line.Utterance);
        Assert.InRange(line.StartMs, backMs, backMs + 200);
        Assert.InRange(line.EndMs - line.StartMs, planned.EndMs - planned.StartMs - 40, planned.EndMs - planned.StartMs + 40);
        Assert.InRange(MemoryRecorder.LastSoundMs(call.Recorder.PatientSide) - line.EndMs, -40, 40);
        var side = call.Recorder.PatientSide.ToArray();
        Assert.DoesNotContain(side[AudioFormat.Samples(planned.StartMs)..AudioFormat.Samples(backMs)], sample => sample != 0);
    }

    [Fact]
    public async Task BrowserGoneForTooLong_CallIsGivenUpAndCanBeContinued()
    {
        await using var call = new CallBench();
        await call.AnswerAsync();

        call.Session.Gone();
        await call.PassAsync(61_000);

        Assert.Equal(EndReason.ConnectionLost, (await call.Session.Ended).Reason);
        Assert.DoesNotContain(call.Seen, e => e is CallEnded);
    }

    [Fact]
    public async Task RecogniserFails_NoticeIsShownAndTheCallGoesOn()
    {
        await using var call = new CallBench();
        await call.AnswerAsync();

        call.Recognition.Fails = new InvalidOperationException("gone");
        await call.MicrophoneAsync(1_000, speech: true);
        await call.MicrophoneAsync(600, speech: false);
        await CallBench.SpinAsync(() => call.All<NoticeShown>().Any(n => n.Code == "recogniserFailed"), "the notice");

        call.Recognition.Fails = null;
        await call.SayAsync("can you hear me");
        Assert.Equal("can you hear me", call.Mind.Heard.Single().Text);
    }

    [Fact]
    public async Task VoiceFails_TheWordsAreShownAndTheCallGoesOn()
    {
        await using var call = new CallBench();
        await call.AnswerAsync();

        call.Synthesizer.Fails = new InvalidOperationException("gone");
        await call.SayAsync("hello");
        await call.UntilAsync(() => call.All<NoticeShown>().Any(n => n.Code == "voiceFailed"), "the notice");

        Assert.Contains(call.All<UtteranceSpoken>(), u => u.Party == Party.Patient && u.Text.StartsWith("I heard you", StringComparison.Ordinal));
        call.Synthesizer.Fails = null;
        await call.SayAsync("are you there");
        Assert.Equal(2, call.Mind.Heard.Count);
    }

    [Fact]
    public async Task Typed_CutsThePatientOffAndIsAnswered()
    {
        await using var call = new CallBench();
        await call.PlaceAsync();
        await call.UntilAsync(() => call.Session.Playout.IsSpeaking, "the patient speaks");

        call.Session.Tell(new CallCommand.Typed("I can help you."));
        await CallBench.SpinAsync(() => call.Mind.Heard.Count == 1, "the line was heard");

        Assert.True(call.All<UtteranceSpoken>().Single(u => u.Party == Party.Trainee).Typed);
        Assert.Single(call.All<UtteranceCutOff>());
    }

    [Fact]
    public async Task PatientHangsUp_CallEndsOnceTheLineHasBeenSpoken()
    {
        await using var call = new CallBench();
        await call.AnswerAsync();
        call.Mind.Answers.Enqueue(ScriptedMind.Line("That's enough. Goodbye.", RealtimeTraining.Server.Scenarios.PatientAct.HangUp, ends: true));

        await call.SayAsync("go away");
        await call.UntilAsync(() => call.All<CallEnded>().Any(), "the call ended");

        Assert.Equal(EndReason.PatientHungUp, call.All<CallEnded>().Single().Reason);
        Assert.Empty(call.All<UtteranceCutOff>());
        Assert.Equal(CallStatus.Ended, call.Session.Status);
    }

    [Fact]
    public async Task Recording_PutsBothVoicesWhereTheyWereHeard()
    {
        await using var call = new CallBench();
        await call.AnswerAsync();
        await call.SayAsync("hello this is riverside");
        await call.UntilAsync(() => call.All<SpeechStopped>().Count(s => s.Party == Party.Patient) == 2, "the reply was spoken");

        var said = call.All<UtteranceSpoken>().Single(u => u.Party == Party.Trainee);
        var reply = call.All<UtteranceSpoken>().Last();
        Assert.InRange(MemoryRecorder.FirstSoundMs(call.Recorder.TraineeSide) - said.StartMs, -40, 40);
        Assert.InRange(MemoryRecorder.LastSoundMs(call.Recorder.TraineeSide) - said.EndMs, -40, 40);
        Assert.InRange(MemoryRecorder.LastSoundMs(call.Recorder.PatientSide) - reply.EndMs, -40, 40);
    }

    [Fact]
    public async Task Log_NumbersEventsWithoutGaps()
    {
        await using var call = new CallBench();
        await call.AnswerAsync();
        await call.SayAsync("hello");

        var kept = call.Seen.Where(e => e.IsKept).Select(e => e.Seq).ToList();
        Assert.Equal(Enumerable.Range(1, kept.Count).Select(n => (long)n), kept);
        Assert.All(call.Seen.Where(e => !e.IsKept), e => Assert.Equal(0, e.Seq));
    }

    /// <summary>Sound that is nothing like the scripted voice's.</summary>
    private static IEnumerable<short[]> Hiss(int milliseconds)
    {
        var random = new Random(milliseconds);
        return Enumerable.Range(0, milliseconds / AudioFormat.FrameMs).Select(_ => Enumerable.Range(0, AudioFormat.FrameSamples).Select(_ => (short)random.Next(-4_000, 4_000)).ToArray());
    }

    /// <summary>The patient has been speaking for a second.</summary>
    private static async Task InALongLineAsync(CallBench call)
    {
        await call.AnswerAsync();
        call.Mind.Answers.Enqueue(ScriptedMind.Line(LongLine));
        await call.SayAsync("what happened");
        await call.UntilAsync(() => call.All<SpeechStarted>().Count(s => s.Party == Party.Patient) == 2, "the patient speaks");
        await call.MicrophoneAsync(1_000, speech: false);
    }
}
