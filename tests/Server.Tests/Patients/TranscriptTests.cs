using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Patients.Hearing;
using RealtimeTraining.Server.Patients.Mind;
using RealtimeTraining.Server.Scenarios;
using Xunit.Abstractions;

namespace RealtimeTraining.Server.Tests.Patients;

/// <summary>Whole calls with one patient, played in the ways that people play them.</summary>
public sealed class TranscriptTests(ITestOutputHelper output)
{
    private static readonly string[] PlayedWell =
    [
        "good morning thank you for calling riverside this is maria how can i help you",
        "i'm so sorry nobody called you back that must be really frustrating can i get your full name",
        "thank you and could you give me your date of birth please",
        "so that's march fourteenth nineteen sixty seven is that right",
        "thank you what symptoms are you having",
        "that sounds painful how long has this been going on",
        "i can hear how worried you are have you noticed any change in your vision",
        "thank you for telling me those symptoms need emergency care i'm getting the triage nurse on the line right now stay on the line",
        "i can get you in on the twenty sixth at nine",
        "i understand how upsetting that is the reason nobody called is that the message never reached the desk",
        "i will call you myself this afternoon by five o'clock to confirm it",
        "i understand your concern the call is free because it is part of your care",
        "i could also offer you a note for work",
        "is there anything else i can help you with",
        "i understand the reason the call costs nothing is that it is part of your care",
        "i promise i will personally see to it and i hear you it matters",
        "thank you carol take care and have a good day bye",
    ];

    private static readonly string[] PlayedColdly =
    [
        "front desk", "name", "date of birth", "what's the problem", "how long", "okay", "we don't have anything available", "that's not my department",
        "you should have called earlier", "what's your phone number", "there's nothing i can do",
    ];

    [Theory]
    [InlineData(Difficulty.Beginner)]
    [InlineData(Difficulty.Intermediate)]
    [InlineData(Difficulty.Advanced)]
    [InlineData(Difficulty.Expert)]
    public void PlayedWell_EndsResolved(Difficulty difficulty)
    {
        var call = new Dialogue(TestScenario.Headaches, difficulty).SayAll(PlayedWell);
        output.WriteLine(call.Render());
        Assert.True(call.Met("seen"), "seen");
        Assert.True(call.Met("called"), "called");
        Assert.True(call.Revealed("vision"), "vision");
        Assert.DoesNotContain(call.Events, happened => happened is BlockerRaised);
        Assert.NotEqual(PatientAct.HangUp, call.Last.Act);
        Assert.True(call.Mind.Mood is MoodLabel.Relieved or MoodLabel.Calm, call.Mind.Mood.ToString());
        Assert.Equal(call.Lines.Count(), call.Lines.Distinct().Count());
    }

    [Fact]
    public void PlayedColdly_NothingIsResolved_AndTheGatedFactStaysIn()
    {
        var call = new Dialogue(TestScenario.Headaches, Difficulty.Advanced).SayAll([.. PlayedColdly, "any change in your vision"]);
        output.WriteLine(call.Render());
        Assert.Empty(call.Events.OfType<GoalMet>());
        Assert.False(call.Revealed("vision"));
        Assert.True(call.Mind.Mood is MoodLabel.Irritated or MoodLabel.Angry);
    }

    [Fact]
    public void PlayedRudely_ThePatientHangsUp()
    {
        var call = new Dialogue(TestScenario.Headaches, Difficulty.Advanced).SayAll(
            "yeah what", "calm down lady", "that's your fault you should have called", "just answer the question what's your name", "i don't care about that", "shut up and listen to me", "that is stupid",
            "you're wasting my time", "not my problem");
        output.WriteLine(call.Render());
        Assert.Equal(PatientAct.HangUp, call.Last.Act);
        Assert.True(call.IsOver);
    }

    [Fact]
    public void InTheWrongOrder_OfferingBeforeAsking_RaisesTheObjectionFirst()
    {
        var call = new Dialogue(TestScenario.Headaches, Difficulty.Intermediate);
        var offered = call.Say("i can get you in on the twenty sixth at nine");
        Assert.Equal(PatientAct.Object, offered.Act);
        Assert.False(call.Met("seen"));
        call.Say("i understand how frustrating that is");
        Assert.False(call.Met("seen"));
        call.Say("what happened is that your message went to the wrong desk");
        output.WriteLine(call.Render());
        Assert.Contains(call.Events, happened => happened is ObjectionDissolved { ObjectionId: "trust" });
        Assert.True(call.Met("seen"));
    }

    [Theory]
    [InlineData(0.1, 0.8)]
    [InlineData(0.2, 0.5)]
    public void WithRecognitionErrors_MostOfTheCallStillWorks(double wordErrors, double share)
    {
        var reached = 0;
        var possible = 0;
        for (var seed = 1; seed <= 8; seed++)
        {
            var call = new Dialogue(TestScenario.Headaches, Difficulty.Intermediate, seed, wordErrors).SayAll(PlayedWell);
            if (seed == 1)
            {
                output.WriteLine(call.Render());
            }
            string[] facts = ["name", "birth", "headache", "since", "vision"];
            reached += facts.Count(call.Revealed) + (call.Met("seen") ? 1 : 0) + (call.Met("called") ? 1 : 0);
            possible += 7;
            Assert.Equal(call.Lines.Count(), call.Lines.Distinct().Count());
        }
        output.WriteLine($"{reached} of {possible} at {wordErrors:P0} word errors");
        Assert.True(reached >= share * possible, $"{reached} of {possible}");
    }

    [Fact]
    public void Nonsense_IsAskedAbout_ThenAnsweredWithWhatIsNeeded_AndRevealsNothing()
    {
        var call = new Dialogue(TestScenario.Headaches, Difficulty.Intermediate);
        Assert.Equal(PatientAct.NotUnderstood, call.Say("purple tractor banana galaxy fourth wooden").Act);
        Assert.Equal(PatientAct.SayNeed, call.Say("zebra umbrella quantum cheese lantern").Act);
        Assert.Equal(PatientAct.NotUnderstood, call.Say("gravel octopus velvet trombone").Act);
        output.WriteLine(call.Render());
        Assert.Empty(call.Events.OfType<FactRevealed>());
        Assert.Empty(call.Events.OfType<GoalMet>());
    }

    [Fact]
    public void Silence_IsWonderedAboutTwice_ThenThePatientHangsUp()
    {
        var call = new Dialogue(TestScenario.Headaches, Difficulty.Intermediate);
        Assert.Null(call.Silence(3_000));
        Assert.Equal(PatientAct.AnyoneThere, call.Silence(8_000)!.Act);
        Assert.Null(call.Silence(8_100));
        Assert.Equal(PatientAct.AnyoneThere, call.Silence(16_000)!.Act);
        var last = call.Silence(24_000)!;
        output.WriteLine(call.Render());
        Assert.Equal(PatientAct.HangUp, last.Act);
        Assert.True(last.EndsCall);
        Assert.Null(call.Silence(40_000));
    }

    [Fact]
    public void AnAnsweredSilence_BeginsAnew()
    {
        var call = new Dialogue(TestScenario.Headaches, Difficulty.Intermediate);
        call.Silence(8_000);
        call.Silence(8_000 + 8_000);
        call.Say("sorry i'm here what is your name");
        Assert.Equal(PatientAct.AnyoneThere, call.Silence(8_000)!.Act);
        Assert.False(call.IsOver);
    }

    [Fact]
    public void ASilenceThatWasAnnounced_IsWaitedOutLonger()
    {
        var call = new Dialogue(TestScenario.Headaches, Difficulty.Intermediate);
        call.Say("one moment please while i pull up your chart");
        Assert.Null(call.Silence(10_000));
        Assert.Equal(PatientAct.AnyoneThere, call.Silence(26_000)!.Act);
    }

    [Fact]
    public void AMonologue_IsInterruptedOnlyByTheExpertsPatient_Once()
    {
        var expert = new Dialogue(TestScenario.Headaches, Difficulty.Expert);
        Assert.Null(expert.Monologue(19_000));
        Assert.Equal(PatientAct.InterruptMonologue, expert.Monologue(21_000)!.Act);
        Assert.Null(expert.Monologue(30_000));
        Assert.Null(new Dialogue(TestScenario.Headaches, Difficulty.Beginner).Monologue(120_000));
    }

    [Fact]
    public void ALongHold_CostsPatience_AndIsRemarkedOnWithThePromise()
    {
        var call = new Dialogue(TestScenario.Headaches, Difficulty.Advanced);
        call.Say("this is maria i will put you on hold for two minutes");
        var before = call.Mind.Levels.Patience;
        call.Mind.HoldChanged(true, 0);
        Assert.Null(call.Silence(60_000));
        call.Mind.HoldChanged(false, 240_000);
        var back = call.Say("thank you for holding what is your name please");
        output.WriteLine(call.Render());
        Assert.True(call.Mind.Levels.Patience < before - 0.1);
        Assert.Contains("two minutes", back.Line, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("so that's march fortieth nineteen sixty seven", "fourteenth, not fortieth")]
    [InlineData("okay march fifteenth nineteen sixty seven is that right", "fourteenth, not fifteenth")]
    [InlineData("that was may fourteenth nineteen sixty seven", "March, not May")]
    [InlineData("march fourteenth nineteen fifty seven", "sixty seven, not")]
    public void AWrongReadBack_IsCorrected(string readBack, string correction)
    {
        var call = new Dialogue(TestScenario.Headaches, Difficulty.Intermediate);
        call.Say("can i get your date of birth please");
        var corrected = call.Say(readBack);
        output.WriteLine(call.Render());
        Assert.Equal(PatientAct.Correct, corrected.Act);
        Assert.Contains(correction, corrected.Line.Replace(". Not", ", not", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void ARightReadBack_IsConfirmed_AndAWrongPhoneNumberIsNot()
    {
        var call = new Dialogue(TestScenario.Headaches, Difficulty.Beginner);
        call.Say("what is your phone number");
        Assert.Equal(PatientAct.Acknowledge, call.Say("so five five five two one three four is that correct").Act);
        Assert.Equal(PatientAct.Correct, call.Say("let me repeat five five five two one four four").Act);
        output.WriteLine(call.Render());
    }

    [Fact]
    public void AMissedEmergency_GetsWorse_AndBreaksTheRule()
    {
        var call = new Dialogue(TestScenario.Headaches, Difficulty.Beginner);
        call.Say("i'm so sorry to hear that i understand how worried you are any change in your vision");
        Assert.True(call.Revealed("vision"), call.Render());
        call.SayAll("what is your phone number", "okay what insurance do you have", "and your address please", "do you have any allergies", "which pharmacy do you use", "do you have email", "who is your doctor");
        output.WriteLine(call.Render());
        Assert.Contains(call.Decisions, decision => decision.Act == PatientAct.Worsen);
        Assert.True(call.Blocked("doubleVision"));
    }

    [Fact]
    public void ClosingWithSomethingOpen_IsNotLetGo()
    {
        var call = new Dialogue(TestScenario.Headaches, Difficulty.Intermediate);
        call.Say("good morning this is maria");
        var close = call.Say("alright have a good day goodbye");
        output.WriteLine(call.Render());
        Assert.Equal(PatientAct.Raise, close.Act);
        Assert.False(close.EndsCall);
    }

    [Fact]
    public void TellingBeforeIdentityIsKnown_AndAdvice_BreakTheRules()
    {
        var call = new Dialogue(TestScenario.Headaches, Difficulty.Intermediate);
        call.Say("i see your appointment from last week in the chart");
        Assert.True(call.Blocked("identity"));
        call.Say("just take an aspirin and lie down");
        output.WriteLine(call.Render());
        Assert.True(call.Blocked("advice"));
        Assert.Single(call.Events.OfType<BlockerRaised>(), raised => raised.BlockerId == "identity");
    }

    [Fact]
    public void AFactWhoseWordsWereCutOff_HasNotComeOut_AndIsToldAfterAMereSound()
    {
        var call = new Dialogue(TestScenario.Headaches, Difficulty.Beginner);
        var told = call.Say("what is your phone number");
        Assert.Contains("phone", told.MayReveal);
        call.Mind.CutOff("");
        var resumed = call.Say("mm hm");
        output.WriteLine(call.Render());
        Assert.Equal(PatientAct.Resume, resumed.Act);
        Assert.Equal(2, call.Events.OfType<FactRevealed>().Count(revealed => revealed.FactId == "phone"));
    }

    [Fact]
    public void AskedTwiceForWhatItToldAlready_ThePatientSaysItDifferently_AndLosesPatience()
    {
        var call = new Dialogue(TestScenario.Headaches, Difficulty.Advanced);
        var first = call.Say("what is your date of birth");
        var patience = call.Mind.Levels.Patience;
        var second = call.Say("what is your date of birth");
        var third = call.Say("what is your date of birth");
        output.WriteLine(call.Render());
        Assert.Equal(3, new[] { first.Line, second.Line, third.Line }.Distinct().Count());
        Assert.True(call.Mind.Levels.Patience < patience - 0.1);
    }

    [Fact]
    public void SameSeedAndWords_SamePatient_AnotherSeedOtherLines()
    {
        var one = new Dialogue(TestScenario.Headaches, Difficulty.Advanced, seed: 7).SayAll(PlayedWell);
        var same = new Dialogue(TestScenario.Headaches, Difficulty.Advanced, seed: 7).SayAll(PlayedWell);
        var other = new Dialogue(TestScenario.Headaches, Difficulty.Advanced, seed: 8).SayAll(PlayedWell);
        Assert.Equal(one.Render(), same.Render());
        Assert.NotEqual(one.Lines, other.Lines);
    }

    [Fact]
    public void TheLevels_DifferAfterTheSameColdCall_AndInTheirObjections()
    {
        var levels = Enum.GetValues<Difficulty>().Select(difficulty => new Dialogue(TestScenario.Headaches, difficulty).SayAll(PlayedColdly[..6])).ToList();
        for (var i = 1; i < levels.Count; i++)
        {
            output.WriteLine($"{(Difficulty)i}: patience {levels[i].Mind.Levels.Patience:0.00}, trust {levels[i].Mind.Levels.Trust:0.00}, objections {levels[i].Mind.Objections}");
            Assert.True(levels[i].Mind.Levels.Patience < levels[i - 1].Mind.Levels.Patience - 0.03);
            Assert.True(levels[i].Mind.Levels.Trust < levels[i - 1].Mind.Levels.Trust);
        }
        Assert.Equal([0, 1, 2, 3], levels.Select(call => call.Mind.Objections));
    }
}
