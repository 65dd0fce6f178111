using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Tests.Feedback;

public sealed class FairnessTests
{
    private const string Filler = "well you know i mean basically so to say at the end of the day and so on and so forth";

    [Fact]
    public void Padding_with_filler_does_not_raise_a_score()
    {
        foreach (var call in new[] { GoldenCalls.Good(), GoldenCalls.Cold(), GoldenCalls.Rude() })
        {
            var plain = call.Debrief();
            var padded = Rewrite(call, said => $"{said.Text} {Filler}");
            Assert.True(padded.Overall <= plain.Overall, $"{plain.Overall} {padded.Overall}");
            foreach (var category in Enum.GetValues<ScoringCategory>().Where(c => c != ScoringCategory.Timing))
            {
                Assert.True((DebriefTests.Score(padded, category) ?? 0) <= (DebriefTests.Score(plain, category) ?? 0), $"{category}");
            }
        }
    }

    [Theory]
    [InlineData("um and uh okay so right")]
    [InlineData("like i said as it were more or less in a manner of speaking")]
    [InlineData("the thing is that in the end it is the way that it is with these things all in all")]
    [InlineData("so then there was the other thing and one more thing besides that one as well")]
    public void Padding_with_any_words_that_say_nothing_does_not_raise_a_score(string filler)
    {
        foreach (var call in new[] { GoldenCalls.Good(), GoldenCalls.Cold(), GoldenCalls.Rude() })
        {
            var plain = call.Debrief();
            foreach (var padded in new[] { Rewrite(call, said => $"{said.Text} {filler}"), Rewrite(call, said => $"um well you know {said.Text} {filler}") })
            {
                foreach (var category in Enum.GetValues<ScoringCategory>().Where(c => c != ScoringCategory.Timing))
                {
                    Assert.True((DebriefTests.Score(padded, category) ?? 0) <= (DebriefTests.Score(plain, category) ?? 0),
                        $"{category} from {DebriefTests.Score(plain, category)} to {DebriefTests.Score(padded, category)}");
                }
            }
        }
    }

    [Fact]
    public void Key_phrases_read_as_a_list_earn_no_empathy()
    {
        const string list = "i can hear how worried you are may i have your date of birth let me explain the bill is there anything else i can help you with";
        var listed = Between(list);
        var silentOnIt = Between("the results are not in the system at the moment so there is nothing to see here as far as that goes");
        var felt = Between("i can hear how worried you are and i will find out for you");
        Assert.True(DebriefTests.Score(listed, ScoringCategory.Empathy) <= DebriefTests.Score(silentOnIt, ScoringCategory.Empathy));
        Assert.True(DebriefTests.Score(felt, ScoringCategory.Empathy) > DebriefTests.Score(listed, ScoringCategory.Empathy));
        Assert.Contains(listed.Categories.Single(c => c.Category == ScoringCategory.ScriptAdherence).Observations, o => o.Impact < 0 && o.Text.Contains("as a list", StringComparison.Ordinal));

        static Debrief Between(string reply) => new CallScript()
            .Patient("Hello?").Trainee("good morning this is maria")
            .Patient("I am so worried about my results.").Trainee(reply)
            .Patient("Okay.").Trainee("the letter should come on monday or tuesday").Patient("Fine, that is good.").Ends().Debrief();
    }

    [Theory]
    [InlineData("i'm so sorry about that")]
    [InlineData("i can hear how worried you are")]
    [InlineData("that must be frustrating")]
    [InlineData("i understand")]
    public void Adding_words_of_empathy_never_lowers_empathy(string words)
    {
        foreach (var make in new Func<CallScript>[] { () => GoldenCalls.Good(), GoldenCalls.Cold, GoldenCalls.Rude })
        {
            var plain = DebriefTests.Score(make().Debrief(), ScoringCategory.Empathy);
            var trainee = make().Events.OfType<UtteranceSpoken>().Where(u => u.Party == Party.Trainee).ToList();
            foreach (var line in trainee)
            {
                var more = Rewrite(make(), said => said.Utterance == line.Utterance ? $"{words} {said.Text}" : said.Text);
                Assert.True(DebriefTests.Score(more, ScoringCategory.Empathy) >= plain, $"{plain} {DebriefTests.Score(more, ScoringCategory.Empathy)} at {line.Text}");
            }
        }
    }

    [Fact]
    public void The_same_stock_phrase_again_and_again_earns_less_than_real_answers()
    {
        var stock = Worried("i understand how worried you are", "i understand how worried you are", "i understand how worried you are");
        var real = Worried("i can hear how worried you are", "that must be so frustrating for you", "i'm sorry that you are in pain");
        Assert.True(DebriefTests.Score(real, ScoringCategory.Empathy) > DebriefTests.Score(stock, ScoringCategory.Empathy) + 10);

        static Debrief Worried(string one, string two, string three) => new CallScript()
            .Patient("I am so worried about my results.").Trainee(one)
            .Patient("And it's so frustrating to wait.").Trainee(two)
            .Patient("And I am in pain all day long.").Trainee(three)
            .Patient("Yes. Well, what happens now, what are you going to do about it?").Trainee("the letter should come on monday or tuesday").Patient("Fine.").Ends().Debrief();
    }

    [Theory]
    [InlineData(110)]
    [InlineData(190)]
    [InlineData(240)]
    public void How_fast_one_speaks_moves_timing_alone(double wordsPerMinute)
    {
        var call = GoldenCalls.Good();
        var plain = call.Debrief();
        var events = call.Events.Select(e => e is UtteranceSpoken { Party: Party.Trainee } said
            ? said with { EndMs = said.StartMs + (int)((said.EndMs - said.StartMs) * 150 / wordsPerMinute) } : e).ToList();
        var other = new DebriefWriter(ProductAnalysis.Shared).Write(call.Record() with { Events = events });
        foreach (var category in Enum.GetValues<ScoringCategory>().Where(c => c != ScoringCategory.Timing))
        {
            Assert.Equal(DebriefTests.Score(plain, category), DebriefTests.Score(other, category));
        }
    }

    [Fact]
    public void A_quiet_microphone_or_a_loud_one_makes_no_difference()
    {
        var quiet = WithLevel(-45);
        var loud = WithLevel(-12);
        Assert.Equal(DebriefTests.Score(quiet, ScoringCategory.Tone), DebriefTests.Score(loud, ScoringCategory.Tone));

        static Debrief WithLevel(double dbfs) => Voices(said => new VoiceMeasures(dbfs, said.EndMs - said.StartMs, 0, 0));
    }

    [Fact]
    public void A_voice_raised_above_its_own_level_is_heard()
    {
        var even = Voices(said => new VoiceMeasures(-30, said.EndMs - said.StartMs, 0, 0));
        var raised = Voices(said => new VoiceMeasures(said.Utterance > 8 ? -15 : -30, said.EndMs - said.StartMs, 0, 0));
        Assert.True(DebriefTests.Score(raised, ScoringCategory.Tone) < DebriefTests.Score(even, ScoringCategory.Tone));
    }

    [Fact]
    public void A_voice_that_goes_flat_is_held_against_itself_alone()
    {
        var lively = Voices(said => Voice(said, 200, 6));
        Assert.Equal(DebriefTests.Score(lively, ScoringCategory.Tone), DebriefTests.Score(Voices(said => Voice(said, 95, 2)), ScoringCategory.Tone));
        var flat = Voices(said => Voice(said, 200, said.Utterance > 7 ? 2 : 6));
        Assert.True(DebriefTests.Score(flat, ScoringCategory.Tone) < DebriefTests.Score(lively, ScoringCategory.Tone));
        Assert.Contains(flat.Categories.Single(c => c.Category == ScoringCategory.Tone).Observations, o => o.Text.Contains("monotone", StringComparison.Ordinal));

        static VoiceMeasures Voice(UtteranceSpoken said, double hz, double range) =>
            new(-30, Math.Max(800, said.EndMs - said.StartMs), 0, 0) { PitchHz = hz, PitchRangeSemitones = range, LevelRangeDb = 9, VoicedMs = 800 };
    }

    private static Debrief Voices(Func<UtteranceSpoken, VoiceMeasures> voice)
    {
        var call = GoldenCalls.Cold();
        return new DebriefWriter(ProductAnalysis.Shared).Write(call.Record() with
        {
            Events = [.. call.Events.Select(e => e is UtteranceSpoken { Party: Party.Trainee } said ? said with { Voice = voice(said) } : e)],
        });
    }

    private static Debrief Rewrite(CallScript call, Func<UtteranceSpoken, string> text) =>
        new DebriefWriter(ProductAnalysis.Shared).Write(call.Record() with
        {
            Events = [.. call.Events.Select(e => e is UtteranceSpoken { Party: Party.Trainee } said ? said with { Text = text(said) } : e)],
        });
}
