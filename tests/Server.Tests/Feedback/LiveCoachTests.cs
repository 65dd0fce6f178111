using System.Text.Json;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Scenarios;
using Xunit.Abstractions;

namespace RealtimeTraining.Server.Tests.Feedback;

public sealed class LiveCoachTests(ITestOutputHelper output)
{
    [Fact]
    public void A_feeling_that_was_named_is_praised_in_her_words()
    {
        var cue = Single(Worried("i can hear how worried you are"), "namedFeeling");
        Assert.Equal("You named her worry. Good.", cue.Text);
        Assert.Equal(CueKind.Praise, cue.Kind);
        Assert.Equal(ScoringCategory.Empathy, cue.Category);
        Assert.Equal("i can hear how worried you are", cue.Reason);
        Assert.Equal(3, cue.Utterance - 1);
    }

    [Theory]
    [InlineData("he", "You named his worry. Good.")]
    [InlineData("they", "You named their worry. Good.")]
    public void Cues_speak_of_the_patient_as_the_scenario_does(string pronoun, string text)
    {
        var call = Worried("i can hear how worried you are", PracticeScenario.Make(pronoun));
        Assert.Equal(text, Single(call, "namedFeeling").Text);
    }

    [Fact]
    public void A_feeling_that_was_passed_over_is_pointed_out()
    {
        var cue = Single(Worried("the letter went out on monday"), "missedFeeling");
        Assert.Equal("She is worried. Answer that first.", cue.Text);
        Assert.Equal("I'm so worried about my results", cue.Reason);
        Assert.Equal(CueKind.Suggestion, cue.Kind);
    }

    [Fact]
    public void The_third_time_she_asks_is_counted()
    {
        var call = new CallScript().Patient("Hello?").Trainee("hello")
            .Decides(PatientAct.Raise, "goal:bill").Patient("What about the bill?").Trainee("one thing after the other")
            .Decides(PatientAct.Raise, "goal:bill").Patient("And the bill?").Trainee("i am looking for your chart")
            .Decides(PatientAct.Raise, "goal:bill").Patient("So what about the bill?").Trainee("yes").Patient("Well?");
        Assert.Equal("That was the third time she asked about the bill.", Single(call, "askedAgain:goal:bill").Text);
    }

    [Fact]
    public void Talking_over_her_is_pointed_out()
    {
        var call = new CallScript().Patient("Hello?").Trainee("good morning")
            .PatientCutOffBy("I have been trying to reach you all week long.", "I have been", "what is your number please").Patient("What?");
        Assert.Equal("Let her finish.", Single(call, "interrupted").Text);
    }

    [Fact]
    public void A_raised_voice_is_pointed_out_against_its_own_usual()
    {
        Assert.Equal("Your voice went up. Bring it down a little.", Single(Said(-30, -31, -30, -18), "raisedVoice").Text);
        Assert.Equal("12 dB louder than you began", Single(Said(-30, -31, -30, -18), "raisedVoice").Reason);
        Assert.DoesNotContain(Cues(Said(-18, -18, -19, -18)), c => c.Code == "raisedVoice");
        Assert.Contains(Cues(Said(-30, -31, -30, -18, -30, -30)), c => c.Code == "softened");

        static CallScript Said(params double[] levels) => levels.Aggregate(new CallScript(), (call, dbfs) => call
            .Patient("Go on then, tell me what it says in there.")
            .Trainee("the letter went out on monday as far as i know", voice: new VoiceMeasures(dbfs, 3000, 0, 0)))
            .Patient("Well, all right.").Silence(9000);
    }

    [Fact]
    public void Rhythm_is_coached()
    {
        Assert.Equal("Slow down a little.", Single(new CallScript().Patient("Yes?").Trainee("so the letter went out on monday and it will be with you very soon", wordsPerMinute: 230).Patient("Good."), "fast").Text);
        Assert.Equal("Ask one thing at a time.", Single(new CallScript().Patient("Yes?").Trainee("what is your name and when were you born and do you have insurance").Patient("Wait."), "manyQuestions").Text);
        Assert.Equal("Ask before you put her on hold.", Single(new CallScript().Patient("Yes?").Trainee("the letter is here").Hold(5000), "holdUnannounced").Text);
        Assert.Equal("You asked before the hold. Good.", Single(new CallScript().Patient("Yes?").Trainee("may i put you on hold for a moment").Hold(5000), "holdAsked").Text);
        var held = new CallScript().Patient("Yes?").Trainee("may i put you on hold for a moment").Put(new HoldChanged(true)).Silence(40_000);
        Assert.NotEmpty(Cues(held.Put(new ConnectionChanged(true))));
    }

    [Theory]
    [InlineData(230, true, true)]
    [InlineData(230, false, false)]
    [InlineData(150, true, false)]
    public void Who_speaks_fast_sees_it_in_the_pause_after_a_sentence(double wordsPerMinute, bool wholeSentence, bool told)
    {
        var call = new CallScript().Patient("Yes?").Pauses("so the letter went out on monday and it will be with you very soon", wholeSentence: wholeSentence, wordsPerMinute: wordsPerMinute);

        Assert.Equal(told, call.Coached().OfType<CueGiven>().Any(cue => cue.Code == "fast"));
    }

    [Fact]
    public void A_phrase_to_avoid_is_answered_with_the_better_one()
    {
        var coached = new CallScript().Patient("Yes?").Trainee("ma'am you need to calm down").Patient("What?").Coached();
        var said = Assert.Single(coached.OfType<PhraseAvoidedSaid>());
        Assert.Equal("you need to calm down", said.Said);
        Assert.Contains(coached.OfType<CueGiven>(), c => c.Kind != CueKind.Praise);
    }

    [Fact]
    public void A_broken_rule_comes_first()
    {
        var call = new CallScript().Patient("I am worried. Are the results in?").Trainee("they are in and all is well").Blocked("disclosed").Patient("Thank God.");
        var coached = Cues(call);
        Assert.Contains(coached, c => c.Text == "Verify who she is before you share anything." && c.Kind == CueKind.Warning);
    }

    [Fact]
    public void Phrases_and_phases_are_ticked_off_once()
    {
        var coached = GoldenCalls.Good().Coached();
        var phrases = coached.OfType<PhraseUsed>().Select(p => (p.PhaseId, p.PhraseId)).ToList();
        Assert.Equal(phrases.Distinct(), phrases);
        Assert.Equal(["greet", "empathise", "verify", "solve", "close"], coached.OfType<PhaseDone>().Select(p => p.PhaseId));
    }

    [Fact]
    public void What_was_ticked_off_live_is_what_the_debrief_says()
    {
        var call = GoldenCalls.Good();
        var live = call.Coached().OfType<PhraseUsed>().Select(p => (p.PhaseId, p.PhraseId)).Order();
        var after = call.Debrief().Phrases.Where(p => p.Used).Select(p => (p.PhaseId, p.PhraseId)).Order();
        Assert.Equal(live, after);
    }

    [Theory]
    [InlineData("good")]
    [InlineData("cold")]
    [InlineData("rude")]
    public void Cues_are_rare_short_and_never_in_mid_word(string name)
    {
        var call = name == "good" ? GoldenCalls.Good() : name == "cold" ? GoldenCalls.Cold() : GoldenCalls.Rude();
        var coach = new LiveCoachFactory(ProductAnalysis.Shared).Create(call.Scenario, Difficulty.Intermediate);
        var speaking = false;
        int? last = null;
        var texts = new List<string>();
        foreach (var callEvent in call.Events)
        {
            speaking = callEvent switch
            {
                SpeechStarted { Party: Party.Trainee } => true,
                SpeechStopped { Party: Party.Trainee } => false,
                _ => speaking,
            };
            foreach (var cue in coach.Observe(callEvent).OfType<CueGiven>())
            {
                output.WriteLine($"{cue.AtMs / 1000.0:0.0} {cue.Kind} {cue.Text} [{cue.Reason}]");
                Assert.False(speaking);
                Assert.True(last is null || cue.AtMs - last >= 6000, $"{last} {cue.AtMs}");
                Assert.Equal(callEvent.AtMs, cue.AtMs);
                Assert.InRange(cue.Text.Length, 5, 90);
                Assert.True(char.IsUpper(cue.Text[0]));
                Assert.Contains(cue.Text[^1], ".\"?!");
                Assert.NotEqual("", cue.Reason);
                last = cue.AtMs;
                texts.Add(cue.Text);
            }
        }
        Assert.NotEmpty(texts);
        Assert.Equal(texts.Distinct(), texts);
    }

    [Fact]
    public void Praise_comes_as_often_as_correction_where_both_are_due()
    {
        var call = new CallScript();
        for (var i = 0; i < 12; i++)
        {
            call.Patient("I am so worried about all of this and what comes next.")
                .Trainee(i % 2 == 0 ? "i can hear how worried you are" : "the letter went out on monday as far as i know")
                .Patient("Well, go on then, tell me what you are going to do.")
                .Trainee(i % 2 == 0 ? "what would help you most today" : "what is your name and when were you born and do you have insurance");
        }
        var cues = Cues(call);
        var (praise, other) = (cues.Count(c => c.Kind == CueKind.Praise), cues.Count(c => c.Kind != CueKind.Praise));
        Assert.True(cues.Count >= 6, $"{cues.Count}");
        Assert.InRange(praise - other, -2, 3);
        Assert.All(cues.GroupBy(c => c.Code), g => Assert.InRange(g.Count(), 1, 3));
    }

    [Fact]
    public void What_was_said_is_praised_in_the_pause_after_it_and_only_once()
    {
        var call = new CallScript().Patient("Hello?").Trainee("hello").Patient("I'm so worried about my results.")
            .Pauses("i can hear how worried you are").GoesOn("i can hear how worried you are and i will look now").Patient("Yes.").Silence(6000);
        var cue = Single(call, "namedFeeling");
        var paused = call.Events.OfType<TraineePaused>().Single();
        Assert.Equal(paused.AtMs, cue.AtMs);
        Assert.Equal(paused.Utterance, cue.Utterance);
        Assert.Equal("i can hear how worried you are", cue.Reason);
    }

    [Fact]
    public void Small_praise_is_given_in_the_pause_after_a_whole_sentence_and_not_inside_one()
    {
        CallScript Asks(bool wholeSentence) => new CallScript().Patient("Hello?").Trainee("hello").Patient("I have a question about my bill.")
            .Pauses("what would help you most today", wholeSentence: wholeSentence);
        Assert.Equal("openQuestion", Assert.Single(Cues(Asks(wholeSentence: true))).Code);
        Assert.Empty(Cues(Asks(wholeSentence: false)));
    }

    [Fact]
    public void What_the_patient_makes_of_a_whole_sentence_is_told_in_the_pause_after_it_and_only_once()
    {
        var call = new CallScript().Patient("Hello?").Trainee("hello").Patient("I want to know about my bill.")
            .Pauses("two hundred forty dollars are your deductible", wholeSentence: true, meets: ["bill"]);
        var paused = call.Events.OfType<TraineePaused>().Single();
        var cue = Single(call, "goalMet");
        Assert.Equal((paused.AtMs, paused.Utterance), (cue.AtMs, cue.Utterance));
        Single(call.GoesOn("two hundred forty dollars are your deductible and that is all").Goal("bill").Decides(PatientAct.Accept, "goal:bill").Patient("I see.").Silence(9000), "goalMet");

        var broken = new CallScript().Patient("Hello?").Trainee("hello").Patient("Are my results in?")
            .Pauses("the biopsy is fine", wholeSentence: true, breaks: ["disclosed"]);
        Assert.Equal(CueKind.Warning, Single(broken, "blocker:disclosed").Kind);
        Single(broken.GoesOn("the biopsy is fine and all is well").Blocked("disclosed").Decides(PatientAct.Accept, "goal:results").Patient("Oh.").Silence(9000), "blocker:disclosed");
    }

    [Fact]
    public void Phrase_to_avoid_is_pointed_out_in_the_pause_after_it_and_only_once()
    {
        var call = new CallScript().Patient("Hello?").Trainee("hello").Patient("I have a question about my bill.")
            .Pauses("that's our policy");
        Assert.StartsWith("avoid:", Assert.Single(Cues(call)).Code, StringComparison.Ordinal);
        Assert.Single(Cues(call.GoesOn("that's our policy and it has been for years").Patient("Well.").Silence(9000)), cue => cue.Code.StartsWith("avoid:", StringComparison.Ordinal));
    }

    [Fact]
    public void Phase_that_is_done_is_praised_in_the_pause_after_it_and_only_once()
    {
        var call = new CallScript().Patient("Hello?").Trainee("hello").Patient("It is about a bill.").Pauses("may i have your date of birth");
        Assert.Equal("phase:verify", Assert.Single(Cues(call)).Code);
        Single(call.GoesOn("may i have your date of birth please").Patient("It is the third of May.").Silence(9000), "phase:verify");
    }

    [Fact]
    public void What_is_missing_is_pointed_out_in_the_pause_of_a_turn_that_sounds_over()
    {
        var call = new CallScript().Patient("Hello?").Trainee("hello").Patient("I'm so worried about my results.")
            .Pauses("the letter went out on monday", wholeSentence: true, over: true);
        Assert.Equal("missedFeeling", Assert.Single(Cues(call)).Code);
    }

    [Fact]
    public void What_is_missing_is_not_pointed_out_before_the_turn_is_over()
    {
        CallScript Begins() => new CallScript().Patient("Hello?").Trainee("hello").Patient("I'm so worried about my results.").Pauses("the letter went out on monday");
        Assert.DoesNotContain(Cues(Begins()), c => c.Code == "missedFeeling");
        Assert.DoesNotContain(Cues(Begins().GoesOn("the letter went out on monday but i can hear how worried you are").Patient("Yes.").Silence(6000)), c => c.Code == "missedFeeling");
        Single(Begins().GoesOn("the letter went out on monday and that is all i know").Patient("Yes.").Silence(6000), "missedFeeling");
    }

    [Fact]
    public void While_a_feeling_waits_for_an_answer_nothing_lesser_is_said_in_a_pause()
    {
        var call = new CallScript().Patient("Hello?").Trainee("hello").Patient("I'm so worried about my results.").Pauses("did i get that right is it the blood test");
        var paused = call.Events.OfType<TraineePaused>().Single();
        Assert.DoesNotContain(Cues(call), c => c.AtMs == paused.AtMs);
        Assert.Equal("missedFeeling", Cues(call.GoesOn("did i get that right is it the blood test").Patient("Yes.").Silence(6000))[0].Code);
    }

    [Fact]
    public void Key_phrases_read_out_as_a_list_are_not_praised_in_a_pause_either()
    {
        const string list = "i can hear how worried you are may i have your date of birth let me explain the bill is there anything else i can help you with";
        var call = new CallScript().Patient("I'm so worried about my results.").Pauses(list);
        Assert.Empty(Cues(call));
    }

    [Fact]
    public void The_same_events_give_the_same_answers_whether_its_own_come_back_or_not()
    {
        var call = GoldenCalls.Cold();
        var once = JsonSerializer.Serialize(call.Coached(), Json.Options);
        Assert.Equal(once, JsonSerializer.Serialize(GoldenCalls.Cold().Coached(), Json.Options));
        var coach = new LiveCoachFactory(ProductAnalysis.Shared).Create(call.Scenario, Difficulty.Intermediate);
        var answers = new List<CallEvent>();
        foreach (var callEvent in call.Events)
        {
            var mine = coach.Observe(callEvent);
            answers.AddRange(mine);
            foreach (var own in mine)
            {
                Assert.Empty(coach.Observe(own));
            }
            Assert.Empty(coach.Observe(new PartialHeard(Party.Trainee, 99, "whatever") { AtMs = callEvent.AtMs }));
        }
        Assert.Equal(once, JsonSerializer.Serialize(answers, Json.Options));
    }

    [Fact]
    public void A_beginner_who_stalls_is_given_a_hint_others_only_when_they_ask()
    {
        Assert.Contains(Stalled(Difficulty.Beginner).Coached().OfType<HintGiven>(), h => !h.Asked && h.Text == "Ask for the date of birth.");
        foreach (var difficulty in new[] { Difficulty.Intermediate, Difficulty.Advanced, Difficulty.Expert })
        {
            Assert.Empty(Stalled(difficulty).Coached().OfType<HintGiven>());
        }
        Assert.Equal("Ask for the date of birth.", HintAfter(Stalled(Difficulty.Intermediate), Difficulty.Intermediate));
        Assert.Null(HintAfter(Stalled(Difficulty.Advanced), Difficulty.Advanced));
        Assert.Null(HintAfter(Stalled(Difficulty.Expert), Difficulty.Expert));

        static CallScript Stalled(Difficulty difficulty) => new CallScript(PracticeScenario.Make(), difficulty)
            .Patient("Hello?").Trainee("thank you for calling lakeside clinic this is maria").Patient("Yes. Hello.").Silence(7000);
    }

    [Fact]
    public void A_hint_follows_where_the_call_stands()
    {
        var call = new CallScript().Patient("Hello?").Trainee("thank you for calling lakeside clinic may i have your date of birth")
            .Fact("dateOfBirth").Fact("phone").Decides(PatientAct.Object, "objection:cost").Patient("I can't pay that.");
        Assert.Equal("Offer a payment plan.", HintAfter(call, Difficulty.Intermediate));
        Assert.Equal("Explain the deductible.", HintAfter(call.Dissolved("cost"), Difficulty.Intermediate));
        call.Put(new HintGiven("Explain the deductible.", true));
        Assert.StartsWith("Next comes:", HintAfter(call, Difficulty.Intermediate), StringComparison.Ordinal);
    }

    [Fact]
    public void Meters_show_pace_and_who_talks()
    {
        var meters = new CallScript().Patient("one two three four five six seven eight").Trainee("one two three four five six seven eight", wordsPerMinute: 160)
            .Coached().OfType<MetersMoved>().Last();
        Assert.Equal(160, meters.WordsPerMinute);
        Assert.Equal(0.5, meters.TalkRatio!.Value, 2);
    }

    [Theory]
    [InlineData("Nils Berg", true)]
    [InlineData("Ruth Castellano", false)]
    [InlineData(null, false)]
    public void Who_gives_their_own_name_is_praised_for_it_however_the_words_around_it_were_heard(string? name, bool praised)
    {
        var call = new CallScript().Patient("Hello? My knee hurts.").Trainee("good morning is a is nils i'm sorry about that knee let's get you seen").Patient("Thank you.").Silence(6_000);

        var given = call.Coached(new LiveCoachFactory(ProductAnalysis.Shared).Create(call.Scenario, Difficulty.Intermediate, name)).OfType<CueGiven>().Select(cue => cue.Code);

        Assert.Equal(praised, given.Contains("introduced"));
    }

    private static CallScript Worried(string reply, Scenario? scenario = null) => new CallScript(scenario)
        .Patient("Hello?").Trainee("hello").Patient("I'm so worried about my results.").Trainee(reply).Patient("Yes.").Silence(6000);

    private static string? HintAfter(CallScript call, Difficulty difficulty)
    {
        var coach = new LiveCoachFactory(ProductAnalysis.Shared).Create(call.Scenario, difficulty);
        call.Coached(coach);
        return coach.HintNow();
    }

    private static List<CueGiven> Cues(CallScript call) => [.. call.Coached().OfType<CueGiven>()];

    private static CueGiven Single(CallScript call, string code) => Assert.Single(Cues(call), c => c.Code == code);
}
