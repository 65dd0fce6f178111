using System.Text.Json;
using System.Text.RegularExpressions;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Scenarios;
using Xunit.Abstractions;

namespace RealtimeTraining.Server.Tests.Feedback;

public sealed class DebriefTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions Readable =
        new(Json.Options) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Calls => [.. Make.Keys];

    private static readonly Dictionary<string, Func<CallScript>> Make = new()
    {
        ["good"] = () => GoldenCalls.Good(),
        ["cold"] = GoldenCalls.Cold,
        ["rude"] = GoldenCalls.Rude,
        ["too short"] = () => new CallScript().Patient("Hello?").Trainee("hello").Ends(EndReason.TraineeHungUp),
        ["nothing said"] = () => new CallScript().Patient("Hello?").Ends(EndReason.DeadAir),
        ["no end"] = () => new CallScript().Patient("Hello?").Trainee("hello this is maria").Patient("I am so worried."),
        ["typed"] = Typed,
        ["cut off"] = CutOff,
        ["blocked"] = Blocked,
        ["held"] = Held,
        ["supervised"] = Supervised,
        ["listed"] = () => GoldenCalls.Good(ListOfPhrases),
    };

    private const string ListOfPhrases =
        "how can i help you today may i have your date of birth i can hear how worried you are i'm sorry that you have waited so long let me explain the bill is there anything else i can help you with";

    [Fact]
    public void Who_gives_their_own_name_without_a_full_stop_after_it_has_said_who_they_are()
    {
        var call = new CallScript().Patient("Hello? My knee hurts.")
            .Trainee("good morning this is nils i'm sorry about that knee let's get you seen")
            .Patient("Thank you.").Trainee("when did it begin").Patient("On Monday, when I came down the stairs.").Trainee("i will find you a time with the doctor")
            .Patient("That would be good.").Trainee("would tomorrow at nine be all right for you").Patient("Yes, it would.").Ends();
        var writer = new DebriefWriter(ProductAnalysis.Shared);
        Assert.Contains(Introduction(null), o => o.Impact < 0);
        Assert.Contains(Introduction("Nils Berg"), o => o.Impact > 0);
        Assert.Contains(Introduction("Ruth Castellano"), o => o.Impact < 0);

        IEnumerable<Observation> Introduction(string? name) => writer.Write(call.Record() with { TraineeName = name }).Categories
            .Single(c => c.Category == ScoringCategory.Professionalism).Observations.Where(o => o.Driver == ScoreDriver.Introduction);
    }

    [Fact]
    public void A_good_call_beats_a_cold_one_and_that_a_rude_one()
    {
        var (good, cold, rude) = (GoldenCalls.Good().Debrief(), GoldenCalls.Cold().Debrief(), GoldenCalls.Rude().Debrief());
        foreach (var debrief in new[] { good, cold, rude })
        {
            output.WriteLine(JsonSerializer.Serialize(debrief, Readable));
        }
        Assert.True(good.Overall > cold.Overall + 15 && cold.Overall > rude.Overall + 10, $"{good.Overall} {cold.Overall} {rude.Overall}");
        foreach (var category in new[] { ScoringCategory.Tone, ScoringCategory.Empathy })
        {
            Assert.True(Score(good, category) > Score(cold, category), $"{category}: {Score(good, category)} {Score(cold, category)}");
            Assert.True(Score(cold, category) > Score(rude, category), $"{category}: {Score(cold, category)} {Score(rude, category)}");
        }
        Assert.Equal(OutcomeStatus.Reached, good.Outcome.Status);
        Assert.Equal(OutcomeStatus.Partly, cold.Outcome.Status);
        Assert.Equal(OutcomeStatus.Missed, rude.Outcome.Status);
        Assert.True(good.Overall >= 80, $"{good.Overall}");
        Assert.True(rude.Overall < 50, $"{rude.Overall}");
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void Every_number_rests_on_words_that_were_said(string name)
    {
        var call = Make[name]();
        var debrief = call.Debrief();
        var lines = Heard(call);
        var evidence = new List<Evidence?>();
        foreach (var observation in debrief.Categories.SelectMany(c => c.Observations).Concat(debrief.Strengths))
        {
            Assert.NotEmpty(observation.Evidence);
            evidence.AddRange(observation.Evidence);
        }
        foreach (var improvement in debrief.Improvements)
        {
            Assert.NotEqual("", improvement.Better);
            Assert.NotEqual("", improvement.Why);
            Assert.NotEqual("", improvement.YouSaid);
            Assert.NotNull(improvement.Evidence);
            evidence.Add(improvement.Evidence);
        }
        Assert.All(debrief.Improvements, i => Assert.NotEqual("", i.Effect));
        Assert.All(debrief.Categories.SelectMany(c => c.Observations), o => Assert.NotEqual(ScoreDriver.Unknown, o.Driver));
        evidence.AddRange(debrief.KeyMoments.Select(m => m.Evidence));
        evidence.AddRange(debrief.Ideal?.Differences.Select(d => d.Evidence) ?? []);
        evidence.AddRange(debrief.Course?.Transitions.Select(t => t.Evidence) ?? []);
        evidence.AddRange(debrief.Listening?.Evidence ?? []);
        evidence.AddRange(debrief.MissedChances.Select(m => m.Evidence));
        evidence.AddRange(debrief.Phrases.Select(p => p.Evidence));
        evidence.AddRange(debrief.PhrasesToAvoid.SelectMany(p => p.Said));
        evidence.AddRange(debrief.Blockers.Select(b => b.Evidence));
        evidence.AddRange(debrief.Outcome.Items.Select(i => i.Evidence));
        foreach (var item in evidence.OfType<Evidence>())
        {
            Assert.True(lines.ContainsKey(item.Utterance), $"utterance {item.Utterance}");
            Assert.NotEqual("", item.Quote);
            Assert.Contains(item.Quote, lines[item.Utterance].Text, StringComparison.Ordinal);
            Assert.Equal(lines[item.Utterance].StartMs, item.AtMs);
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void Every_score_is_where_it_starts_and_what_moved_it(string name)
    {
        var debrief = Make[name]().Debrief();
        Assert.Equal(Enum.GetValues<ScoringCategory>(), debrief.Categories.Select(c => c.Category));
        foreach (var category in debrief.Categories)
        {
            Assert.NotEqual("", category.Because);
            if (category.Score is not { } score)
            {
                Assert.Null(category.Letter);
                Assert.Empty(category.Observations);
                continue;
            }
            var start = int.Parse(Regex.Match(category.Because, @"\d+").Value);
            Assert.Equal(score, start + category.Observations.Sum(o => o.Impact));
            Assert.InRange(score, 0, 100);
            Assert.Equal(Letters.Of(score), category.Letter);
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void The_same_call_gives_the_same_debrief_bit_for_bit(string name)
    {
        var first = JsonSerializer.Serialize(Make[name]().Debrief(), Json.Options);
        for (var i = 0; i < 9; i++)
        {
            Assert.Equal(first, JsonSerializer.Serialize(Make[name]().Debrief(), Json.Options));
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void The_debrief_survives_being_kept_as_json(string name)
    {
        var json = JsonSerializer.Serialize(Make[name]().Debrief(), Json.Options);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Debrief>(json, Json.Options), Json.Options));
    }

    [Theory]
    [InlineData("too short")]
    [InlineData("nothing said")]
    [InlineData("no end")]
    public void A_call_too_short_is_not_judged_and_says_why(string name)
    {
        var debrief = Make[name]().Debrief();
        Assert.False(debrief.Judged);
        Assert.Null(debrief.Overall);
        Assert.Null(debrief.Letter);
        Assert.Equal(OutcomeStatus.NotJudged, debrief.Outcome.Status);
        Assert.All(debrief.Categories, c => Assert.Null(c.Score));
        Assert.Contains(debrief.Notes, n => n.StartsWith("Too short to judge", StringComparison.Ordinal));
        Assert.Contains("Try the call again", debrief.PractiseNext, StringComparison.Ordinal);
    }

    [Fact]
    public void Key_moments_are_the_ones_that_moved_most_in_the_order_of_the_call()
    {
        var (good, rude) = (GoldenCalls.Good().Debrief(), GoldenCalls.Rude().Debrief());
        Assert.All(new[] { good, rude }, d => Assert.InRange(d.KeyMoments.Count, 2, 6));
        Assert.All(new[] { good, rude }, d => Assert.Equal(d.KeyMoments.OrderBy(m => m.Evidence.AtMs), d.KeyMoments));
        Assert.Contains(good.KeyMoments, m => m is { Impact: > 0, Category: ScoringCategory.Empathy });
        Assert.Contains(rude.KeyMoments, m => m.Impact < 0 && m.Evidence.Quote.Contains("i already said", StringComparison.Ordinal));
        Assert.Empty(Make["too short"]().Debrief().KeyMoments);
    }

    [Fact]
    public void The_call_is_held_beside_its_ideal_handling()
    {
        var (good, cold, rude) = (GoldenCalls.Good().Debrief().Ideal!, GoldenCalls.Cold().Debrief().Ideal!, GoldenCalls.Rude().Debrief().Ideal!);
        Assert.True(good.Alignment >= 90 && good.Alignment > cold.Alignment + 20 && cold.Alignment > rude.Alignment, $"{good.Alignment} {cold.Alignment} {rude.Alignment}");
        Assert.Contains("5 of 5 phases of the script", good.Because, StringComparison.Ordinal);
        var bill = Assert.Single(cold.Differences);
        Assert.Equal(("the bill is your deductible", "The 240 dollars are your deductible; here is how it came about."), (bill.YouSaid, bill.Ideal));
        Assert.Null(Make["too short"]().Debrief().Ideal);
    }

    [Fact]
    public void The_course_of_a_call_has_parts_transitions_and_a_lead()
    {
        var good = GoldenCalls.Good().Debrief().Course!;
        Assert.Equal([FlowPart.Greeting, FlowPart.Issue, FlowPart.Closing], good.Parts.Select(p => p.Part));
        Assert.Equal(1, good.Parts.Sum(p => p.Share), 1);
        Assert.Equal(good.Parts[0].EndMs, good.Parts[1].StartMs);
        // This call shows understanding before it verifies who calls.
        Assert.Contains(good.Transitions, t => t is { InOrder: false, From: "Show that you understand", To: "Verify who is calling", Comment: "Went back." });
        Assert.True(good.Lead.TraineeShare >= 0.6);
        Assert.StartsWith("You led the call.", good.Lead.Because, StringComparison.Ordinal);
        Assert.Contains(GoldenCalls.Cold().Debrief().Course!.Parts, p => p is { Part: FlowPart.Closing, Comment: "Left out: the call ended without one." });
    }

    [Fact]
    public void Listening_is_counted_and_says_when_it_cannot_be_judged()
    {
        var good = GoldenCalls.Good().Debrief().Listening!;
        Assert.NotEqual("", good.Because);
        if (good.Quality is not null)
        {
            Assert.True(good.Asked > 0);
            Assert.InRange(good.Quality.Value, 0, 100);
        }
        Assert.Null(GoldenCalls.Rude().Debrief().Listening!.Quality);
    }

    [Fact]
    public void A_broken_rule_fails_the_outcome_whatever_the_average()
    {
        var debrief = Blocked().Debrief();
        Assert.Equal(OutcomeStatus.Missed, debrief.Outcome.Status);
        Assert.Contains("identity", debrief.Outcome.Because, StringComparison.Ordinal);
        Assert.True(debrief.Overall > 60);
        var blocker = Assert.Single(debrief.Blockers, b => b.Broken);
        Assert.Equal(debrief.Improvements[0].Better, blocker.Better);
        Assert.True(Score(debrief, ScoringCategory.Professionalism) < Score(GoldenCalls.Good().Debrief(), ScoringCategory.Professionalism));
    }

    [Fact]
    public void A_sentence_that_the_patient_broke_into_breaks_a_rule_by_the_whole_of_it()
    {
        // "I have your results here [the patient: Oh!] once I know your date of birth."
        Assert.Contains(BrokenInto(blocked: true, heard: true).Debrief().Blockers, b => b.Broken);
        Assert.DoesNotContain(BrokenInto(blocked: false, heard: true).Debrief().Blockers, b => b.Broken);
        // The patient heard no more than the beginning.
        Assert.Contains(BrokenInto(blocked: false, heard: false).Debrief().Blockers, b => b.Broken);

        static CallScript BrokenInto(bool blocked, bool heard)
        {
            var call = new CallScript()
                .Patient("Hello? I'm worried about my results.")
                .Trainee("good morning thank you for calling lakeside clinic this is maria speaking how can i help you")
                .Patient("Are they in?")
                .Trainee("i have them here and they are fine and i can read them to you").Blocked("disclosed")
                .BrokenInto("Oh, thank goodness.", "Oh,", "once i know that it is you may i have your date of birth");
            call = heard ? call.Understood(TraineeAct.Ask) : call;
            return (blocked ? call.Blocked("disclosed") : call).Patient("March fourteenth.").Trainee("thank you for calling take care").Ends();
        }
    }

    [Fact]
    public void A_sentence_that_the_patient_broke_into_is_read_as_one()
    {
        var whole = Call(call => call.Trainee("i can hear how worried you are about it is there anything else i can help you with")).Debrief();
        var broken = Call(call => call.Trainee("i can hear how").BrokenInto("Yes, I am.", "Yes,", "worried you are about it is there anything else i can help you with")).Debrief();
        var phrase = Call(call => call.Trainee("the doctor will call").BrokenInto("When?", "Wh", "you back today")).Debrief();
        var interrupted = Call(call => call.Trainee("the doctor will call").PatientCutOffBy("When?", "Wh", "you back today")).Debrief();

        Assert.NotNull(Score(whole, ScoringCategory.Empathy));
        Assert.Equal(Score(whole, ScoringCategory.Empathy), Score(broken, ScoringCategory.Empathy));
        Assert.Contains(phrase.Phrases, p => p is { Used: true, PhraseId: "callback" });
        Assert.DoesNotContain(interrupted.Phrases, p => p is { Used: true, PhraseId: "callback" });

        static CallScript Call(Func<CallScript, CallScript> answers) => answers(new CallScript()
                .Patient("Hello?")
                .Trainee("good morning thank you for calling lakeside clinic this is maria speaking how can i help you")
                .Patient("I'm so worried about my results, I can't sleep."))
            .Patient("No. Thank you.").Trainee("thank you for calling take care").Ends();
    }

    [Fact]
    public void A_sign_of_an_emergency_that_nobody_passed_on_fails_the_call()
    {
        var missed = Emergency(TraineeAct.Ask);
        var passedOn = Emergency(TraineeAct.Escalate);
        Assert.Single(missed.Blockers, b => b.Broken);
        Assert.Equal(OutcomeStatus.Missed, missed.Outcome.Status);
        Assert.DoesNotContain(passedOn.Blockers, b => b.Broken);

        static Debrief Emergency(TraineeAct act) => new CallScript()
            .Patient("Hello, I have chest pain.").Trainee("good morning this is maria how can i help").Understood(TraineeAct.Greet).Fact("chestPain")
            .Patient("It is my chest, it hurts so much.").Trainee("okay one moment i will see to that at once").Understood(act)
            .Patient("Please hurry.").Trainee("i am on it right now please stay on the line with me and breathe slowly").Understood(TraineeAct.Explain)
            .Patient("All right. Thank you so much for that, I will wait.").Ends().Debrief();
    }

    [Fact]
    public void A_line_that_was_cut_off_counts_as_far_as_it_was_heard()
    {
        var debrief = CutOff().Debrief();
        // The feeling came after the cut: nobody heard it, nobody has to answer it.
        Assert.Null(Score(debrief, ScoringCategory.Empathy));
        Assert.Equal(1, debrief.Numbers.Interruptions);
    }

    [Fact]
    public void What_a_supervisor_says_is_not_scored()
    {
        var with = Supervised().Debrief();
        Assert.Contains(with.Notes, n => n.Contains("supervisor", StringComparison.Ordinal));
        var call = Supervised();
        var supervisor = call.Events.OfType<UtteranceSpoken>().Where(e => e.Party == Party.Supervisor).Select(e => e.Utterance).ToHashSet();
        Assert.NotEmpty(supervisor);
        Assert.DoesNotContain(with.Categories.SelectMany(c => c.Observations).SelectMany(o => o.Evidence), e => supervisor.Contains(e.Utterance));
        Assert.DoesNotContain(with.Phrases, p => p is { Used: true, PhraseId: "else" });
        Assert.DoesNotContain(with.Blockers, blocker => blocker.Broken);
    }

    [Fact]
    public void A_typed_call_is_judged_but_not_its_timing()
    {
        var debrief = Typed().Debrief();
        Assert.True(debrief.Judged);
        Assert.Null(Score(debrief, ScoringCategory.Timing));
        Assert.NotNull(Score(debrief, ScoringCategory.Tone));
        Assert.NotNull(debrief.Overall);
        Assert.Null(debrief.Numbers.WordsPerMinute);
        Assert.Null(debrief.Numbers.TalkRatio);
        Assert.Null(debrief.Numbers.MedianResponseMs);
        Assert.Contains(debrief.Notes, n => n.Contains("typed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_call_that_the_server_lost_is_scored_as_it_stands_with_a_note()
    {
        var whole = GoldenCalls.Good();
        var events = whole.Events.Where(e => e is not CallEnded).ToList();
        events.Add(new CallEnded(EndReason.ServerStopped, "The server stopped.") { Seq = events.Count + 1, AtMs = events[^1].AtMs });
        var debrief = new DebriefWriter(ProductAnalysis.Shared).Write(whole.Record() with { Events = events });
        Assert.True(debrief.Judged);
        Assert.Contains(debrief.Notes, n => n.Contains("as it stands", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_hold_without_checking_back_costs_time()
    {
        var debrief = Held().Debrief();
        Assert.Equal(90_000, debrief.Numbers.HoldMs);
        var timing = debrief.Categories.Single(c => c.Category == ScoringCategory.Timing);
        Assert.Contains(timing.Observations, o => o.Impact < 0 && o.Text.Contains("on hold for 90 s", StringComparison.Ordinal));
        Assert.Contains(debrief.Improvements, i => i.Text.Contains("hold", StringComparison.Ordinal));
    }

    [Fact]
    public void The_numbers_are_what_the_time_stamps_say()
    {
        var debrief = new CallScript()
            .Patient("one two three four five six seven eight")
            .Trainee("one two three four five six seven eight nine ten", afterMs: 1000, wordsPerMinute: 120)
            .Patient("one two three four five six seven eight")
            .Trainee("one two three four five six seven eight nine ten", afterMs: 2000, wordsPerMinute: 120)
            .Silence(8000)
            .Trainee("mhm")
            .Patient("one two three four five six seven eight")
            .Trainee("one two three four five six seven eight nine ten", afterMs: 3000, wordsPerMinute: 120)
            .Ends().Debrief();
        Assert.Equal(120, debrief.Numbers.WordsPerMinute);
        Assert.Equal(2000, debrief.Numbers.MedianResponseMs);
        // 8 s of silence with what lies around it, and the 3 s before the last answer.
        Assert.Equal(12_300, debrief.Numbers.DeadAirMs);
        Assert.Equal(0, debrief.Numbers.Interruptions);
        Assert.Equal(3, debrief.Numbers.TraineeUtterances);
        // 3 lines of 5 s and "mhm" of 400 ms against 3 lines of 3 s.
        Assert.Equal(15.4 / 24.4, debrief.Numbers.TalkRatio!.Value, 3);
        Assert.Equal(5000, debrief.Numbers.LongestMonologueMs);
    }

    [Fact]
    public void An_improvement_has_the_better_sentence_of_the_script()
    {
        var debrief = GoldenCalls.Rude().Debrief();
        var calm = Assert.Single(debrief.Improvements, i => i.Better == "I can hear that this is upsetting.");
        Assert.Equal("you need to calm down", calm.YouSaid);
        Assert.Contains(debrief.MissedChances, m => m.Kind == MissedKind.Resolution);
        Assert.Contains(debrief.MissedChances, m => m is { Kind: MissedKind.Resolution, Better: "The 240 dollars are your deductible; here is how it came about." });
    }

    [Fact]
    public void Flow_says_when_each_phase_was()
    {
        var debrief = GoldenCalls.Good().Debrief();
        Assert.Equal(["greet", "verify", "empathise", "solve", "close"], debrief.Flow.Select(f => f.PhaseId));
        Assert.All(debrief.Flow, f => Assert.True(f.Done, f.PhaseId));
        Assert.All(debrief.Flow, f => Assert.True(f.StartMs < f.EndMs));
        var cold = GoldenCalls.Cold().Debrief();
        Assert.Contains(cold.Flow, f => f is { Done: false, StartMs: null, Comment: "Left out." });
    }

    [Fact]
    public void A_strange_log_is_read_without_falling_over()
    {
        var plain = PracticeScenario.Make();
        var bare = plain with { Script = new Script { Phases = [] }, Goals = [], Facts = [], Outcomes = [], Objections = [], Blockers = [], Rubric = new Dictionary<ScoringCategory, int>() };
        foreach (var scenario in new[] { plain, bare })
        {
            var call = new CallScript(scenario)
                .Trainee("").Patient("").Trainee("\u202eabc \0 <b>&</b> \ud83d\ude00").Patient("...").Trainee(new string('a', 5000))
                .Trainee(string.Join(' ', Enumerable.Repeat("i can't help you with that", 2000)))
                .Put(new UtteranceCutOff(99, "never said", 1)).Put(new UtteranceUnderstood(98, [], 0)).Put(new GoalMet("nothing", 97))
                .Put(new PhraseUsed("no", "such", 96, 1)).Put(new PhraseAvoidedSaid("none", 95, "x")).Put(new PhaseDone("gone", 94))
                .Put(new HoldChanged(false)).Put(new HoldChanged(true)).Put(new HoldChanged(true)).Put(new MuteChanged(true)).Put(new CallContinued())
                .Put(new FactRevealed("chestPain", 0)).Put(new PatientDecided(PatientAct.Raise, "odd", "")).Silence(9000);
            Assert.Equal(6, call.Debrief().Categories.Count);
            call.Coached();
        }
        Assert.False(new DebriefWriter(ProductAnalysis.Shared).Write(new CallScript().Record() with { Events = [] }).Judged);
    }

    internal static int? Score(Debrief debrief, ScoringCategory category) => debrief.Categories.Single(c => c.Category == category).Score;

    private static Dictionary<int, (string Text, int StartMs)> Heard(CallScript call)
    {
        var cuts = call.Events.OfType<UtteranceCutOff>().ToDictionary(c => c.Utterance, c => c.HeardText);
        return call.Events.OfType<UtteranceSpoken>().ToDictionary(u => u.Utterance, u => (cuts.GetValueOrDefault(u.Utterance, u.Text), u.StartMs));
    }

    private static CallScript Typed() => new CallScript()
        .Patient("Hello? I'm worried about my results.")
        .Types("Good morning, this is Maria. I can hear how worried you are.")
        .Patient("Yes.")
        .Types("May I have your date of birth, please?").Understood(TraineeAct.Ask).Fact("dateOfBirth")
        .Patient("March fourteenth.")
        .Types("Thank you! The doctor will call you back today.").Understood(TraineeAct.Promise).Goal("results")
        .Patient("Good.").Types("Thank you for calling, take care!").Ends();

    private static CallScript CutOff() => new CallScript()
        .Patient("Hello?")
        .Trainee("good morning this is maria")
        .PatientCutOffBy("Yes hello, I am calling because I am so worried about my results.", "Yes hello, I am calling", "can you tell me your number")
        .Patient("Five five five.")
        .Trainee("let me look that up in the computer for a moment")
        .Patient("Go on then.")
        .Trainee("here it is the letter went out on monday so it should be there")
        .Ends();

    private static CallScript Blocked() => new CallScript()
        .Patient("Hello? I'm worried about my results.")
        .Trainee("good morning thank you for calling lakeside clinic this is maria speaking i can hear how worried you are how can i help you")
        .Patient("Are they in?")
        .Trainee("yes the biopsy result is in and it is fine so that is good news i am glad to tell you").Blocked("disclosed")
        .Patient("Oh, thank goodness.")
        .Trainee("may i have your date of birth please").Fact("dateOfBirth")
        .Patient("March fourteenth.")
        .Trainee("thank you the doctor will call you back today is there anything else i can help you with").Goal("results")
        .Patient("My bill?")
        .Trainee("of course let me explain the bill the two hundred forty dollars are your deductible does that make sense").Goal("bill")
        .Patient("It does.")
        .Trainee("thank you for calling take care")
        .Ends();

    private static CallScript Held() => new CallScript()
        .Patient("Hello?")
        .Trainee("good morning this is maria how can i help you today")
        .Patient("It's about my bill.")
        .Trainee("may i put you on hold for a moment")
        .Patient("Fine.")
        .Hold(90_000)
        .Trainee("thank you for holding let me explain the bill")
        .Patient("Yes?")
        .Trainee("it is your deductible")
        .Ends();

    private static CallScript Supervised() => new CallScript()
        .Patient("Hello? I'm worried about my results.")
        .Trainee("good morning this is maria one moment")
        .Patient("I am really scared, you know.")
        .Supervisor("mrs reed this is the manager that's our policy shut up i can hear how worried you are is there anything else i can help you with")
        .Blocked("disclosed")
        .Trainee("i will take it from here the doctor will call you back today")
        .Patient("All right.")
        .Trainee("and the bill is your deductible as far as i can see from here")
        .Patient("Fine.")
        .Trainee("goodbye")
        .Ends();
}
