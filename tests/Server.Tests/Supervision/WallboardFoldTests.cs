using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Supervision;
using RealtimeTraining.Server.Tests.Calls;

namespace RealtimeTraining.Server.Tests.Supervision;

/// <summary>What a call's log amounts to on the wallboard, and when something is wrong with it.</summary>
public sealed class WallboardFoldTests
{
    private static readonly Scenario Emergency = TestScenario.Create() with
    {
        Blockers = [new Blocker { Id = "chest-pain", Kind = BlockerKind.EmergencyNotEscalated, Text = "Chest pain has to be passed on.", Better = "Hang on, I get the nurse.", Signs = ["pain"] }],
    };

    private readonly WallboardFold _fold = new(CallId.New(), "Maya", Emergency, Difficulty.Beginner, new RuleUtteranceAnalysis());
    private long _seq;

    [Fact]
    public void Phases_FollowTheCall()
    {
        Assert.Equal(CallPhase.Ringing, _fold.RowAt(0).Phase);
        At(1_000, new CallAnswered());
        Assert.Equal(CallPhase.Talking, _fold.RowAt(1_000).Phase);
        At(2_000, new HoldChanged(true));
        Assert.Equal(CallPhase.Holding, _fold.RowAt(60_000).Phase);
        At(61_000, new HoldChanged(false), new CallPaused("Ruth", true, "Wait."));
        Assert.Equal(CallPhase.Paused, _fold.RowAt(61_000).Phase);
        At(62_000, new CallPaused("Ruth", false, ""), new ConnectionChanged(false));
        Assert.Equal(CallPhase.Away, _fold.RowAt(90_000).Phase);
        At(91_000, new ConnectionChanged(true));
        Assert.Equal(CallPhase.Talking, _fold.RowAt(91_000).Phase);
        At(92_000, new CallEnded(EndReason.TraineeHungUp, ""));
        Assert.True(_fold.HasEnded);
    }

    [Fact]
    public void SilenceOfFourSeconds_IsDeadAir_ByTheClockAlone()
    {
        At(1_000, new CallAnswered(), new SpeechStarted(Party.Patient));
        Assert.Empty(_fold.RowAt(9_000).Alerts);
        At(9_000, new SpeechStopped(Party.Patient));
        Assert.False(Kinds(12_900).Any());
        Assert.False(_fold.HasChangedAt(12_900));
        Assert.True(_fold.HasChangedAt(13_000));
        Assert.Equal([AlertKind.DeadAir], Kinds(13_000));
        Assert.Equal(CallPhase.DeadAir, _fold.RowAt(13_000).Phase);
        At(14_000, new SpeechStarted(Party.Trainee));
        Assert.Empty(Kinds(30_000));
    }

    [Fact]
    public void TraineeSpeakingWhenTheCallIsPutOnHold_DoesNotSpeakForEver()
    {
        At(1_000, new CallAnswered(), new SpeechStarted(Party.Trainee), new HoldChanged(true));
        Assert.False(_fold.RowAt(2_000).TraineeSpeaks);
        At(3_000, new HoldChanged(false));
        Assert.Equal([AlertKind.DeadAir], Kinds(8_000));
    }

    [Fact]
    public void BothSpeaking_IsTalkOver_AndOneWhoOnlyChangesOverIsNot()
    {
        At(1_000, new CallAnswered(), new SpeechStarted(Party.Patient));
        At(3_000, new SpeechStarted(Party.Trainee));
        Assert.Empty(Kinds(3_500));
        Assert.Equal([AlertKind.TalkOver], Kinds(3_600));
        At(3_700, new SpeechStopped(Party.Patient));
        Assert.Equal([AlertKind.TalkOver], Kinds(11_600));
        Assert.Empty(Kinds(11_700));
        At(20_000, new SpeechStarted(Party.Patient));
        At(20_200, new SpeechStopped(Party.Trainee));
        Assert.Empty(Kinds(20_800));
    }

    [Fact]
    public void SignOfAnEmergency_IsAtRiskUntilItIsPassedOn_OrBroken()
    {
        At(1_000, new CallAnswered(), new SpeechStarted(Party.Patient), new FactRevealed("name", 1));
        Assert.Empty(Kinds(1_000));
        At(2_000, new FactRevealed("pain", 2));
        Assert.Equal([AlertKind.BlockerAtRisk], Kinds(30_000));
        At(31_000, new UtteranceUnderstood(3, [new UnderstoodAct(TraineeAct.Escalate, null, 0.8, "I get the nurse")], 0.8));
        Assert.Empty(Kinds(31_000));
        At(32_000, new FactRevealed("pain", 4));
        Assert.Empty(Kinds(32_000));
        At(33_000, new BlockerRaised("chest-pain", BlockerKind.EmergencyNotEscalated, "Chest pain has to be passed on.", 5));
        Assert.Equal([AlertKind.BlockerBroken], Kinds(92_900));
        Assert.Empty(Kinds(93_000));
    }

    [Fact]
    public void PatientWithoutPatience_OrWhoAskedTwiceIntoTheSilence_IsAboutToHangUp()
    {
        At(1_000, new CallAnswered(), new SpeechStarted(Party.Patient));
        At(2_000, Mood(0.17));
        Assert.Empty(Kinds(2_000));
        At(3_000, Mood(0.16));
        Assert.Equal([AlertKind.AboutToHangUp], Kinds(3_000));
        At(4_000, Mood(0.4));
        Assert.Empty(Kinds(4_000));
        At(20_000, new DeadAirNoticed(9_000));
        Assert.Empty(Kinds(20_000));
        At(30_000, new DeadAirNoticed(18_000));
        Assert.Equal([AlertKind.AboutToHangUp], Kinds(30_000));
        At(31_000, Said("I am here, sorry."));
        Assert.Empty(Kinds(31_000));
    }

    [Fact]
    public void Need_PutsAPatientInDangerFirst()
    {
        At(1_000, new CallAnswered());
        var silent = _fold.RowAt(10_000).Need;
        At(10_000, new SpeechStarted(Party.Patient), Mood(0.1));
        var leaving = _fold.RowAt(10_000).Need;
        At(11_000, Mood(0.9), new FactRevealed("pain", 2));
        var danger = _fold.RowAt(11_000).Need;

        Assert.True(danger > leaving && leaving > silent && silent > 0, $"{danger}, {leaving}, {silent}");
    }

    [Fact]
    public void ToneAndEmpathy_AreReadFromWhatTheTraineeSays_AndKeptShort()
    {
        At(1_000, new CallAnswered(), Said("I am so sorry, that must be very worrying for you."), Said("Give me your number now."));
        var row = _fold.RowAt(1_000);
        for (var n = 0; n < 50; n++)
        {
            At(2_000, Said("All right."));
        }

        Assert.Equal(2, row.Tone.Count);
        Assert.True(row.Tone[0] > row.Tone[1], $"{row.Tone[0]}, {row.Tone[1]}");
        Assert.True(row.Empathy[0] > row.Empathy[1], $"{row.Empathy[0]}, {row.Empathy[1]}");
        Assert.Equal(24, _fold.RowAt(2_000).Tone.Count);
    }

    [Fact]
    public void WhatOnlyPasses_DoesNotMakeANewRow()
    {
        At(1_000, new CallAnswered(), new SpeechStarted(Party.Trainee));
        _fold.RowAt(1_000);
        At(1_100, new PartialHeard(Party.Trainee, 1, "he"), new MetersMoved(120, 0.5));

        Assert.False(_fold.HasChangedAt(2_000));
    }

    [Fact]
    public void Supervisors_AreThoseWhoAreInTheCall()
    {
        var (ruth, tom) = (Guid.NewGuid(), Guid.NewGuid());
        At(1_000, new SupervisionChanged(ruth, "Ruth", SupervisionMode.Listen, true), new SupervisionChanged(tom, "Tom", SupervisionMode.Listen, false));
        At(2_000, new SupervisionChanged(ruth, "Ruth", SupervisionMode.Barge, true), new SupervisionChanged(tom, "Tom", null, false));

        Assert.Equal([new WallboardVisit(ruth, "Ruth", SupervisionMode.Barge)], _fold.RowAt(2_000).Supervisors);
    }

    private static MoodChanged Mood(double patience) => new(MoodLabel.Irritated, new MoodLevels(0.5, 0.2, 0.5, patience), []);

    private static UtteranceSpoken Said(string text) => new(Party.Trainee, 1, text, 0, 0, Typed: true, 1, false);

    private IEnumerable<AlertKind> Kinds(int nowMs) => _fold.RowAt(nowMs).Alerts.Select(alert => alert.Kind);

    private void At(int atMs, params CallEvent[] events)
    {
        foreach (var callEvent in events)
        {
            _fold.Take(callEvent with { Seq = ++_seq, AtMs = atMs });
        }
    }
}
