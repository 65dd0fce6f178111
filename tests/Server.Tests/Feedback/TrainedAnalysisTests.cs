using RealtimeTraining.Models.Language;
using SpokenLine = RealtimeTraining.Models.Language.SpokenLine;
using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Reading;
using RealtimeTraining.Server.Feedback;
using UtteranceReading = RealtimeTraining.Server.Feedback.UtteranceReading;

namespace RealtimeTraining.Server.Tests.Feedback;

public sealed class TrainedAnalysisTests
{
    private static readonly UtteranceContext Worried = new("I've been waiting two weeks for my results and I'm really worried.");

    private static bool HasEmpathy { get; } = LanguageModels.Shared.Headers.Any(h => h.Name == "empathy-interpretation");

    [EmpathyTheory]
    [InlineData("oh gosh i hope you hear good news really soon")]
    [InlineData("i hope everything turns out well for you and your family")]
    [InlineData("i am so glad you told me i hope we can make it better for you")]
    public void Care_that_no_pattern_knows_is_heard(string text)
    {
        Assert.Equal(0, new RuleUtteranceAnalysis().ReadTrainee(SpokenLine.Of(text)).EmotionalReaction);
        var reading = Read(text, Worried);
        Assert.True(reading.Empathy > 0);
        Assert.Contains(reading.Marks, m => m.Kind is MarkKind.Cared or MarkKind.Interpreted);
    }

    [Theory]
    [InlineData("what is your name")]
    [InlineData("what time would you like")]
    [InlineData("great you are booked")]
    [InlineData("i have booked an appointment for john at the same time")]
    [InlineData("okay great")]
    [InlineData("good morning how can i help you this afternoon")]
    [InlineData("i'll send it through to your pharmacy for you")]
    [InlineData("that happens at your age")]
    [InlineData("sorry i didn't catch that")]
    [InlineData("the office is on the second floor")]
    public void Everyday_lines_are_not_taken_for_empathy(string text) => Assert.Equal(0, Read(text, Worried).Empathy);

    [EmpathyTheory]
    [InlineData("anything else")]
    [InlineData("any pain in your chest")]
    public void A_question_without_its_usual_words_is_one(string text) => Assert.Equal(1, Read(text).OpenQuestions + Read(text).ClosedQuestions);

    [Theory]
    [InlineData("i will look up what the doctor has written and how it was billed")]
    [InlineData("i can see who has signed it")]
    public void A_statement_is_none(string text) => Assert.Equal(0, Read(text).OpenQuestions + Read(text).ClosedQuestions);

    [Theory]
    [InlineData("i hate this stupid system and i am sick of your complaints")]
    public void Anger_in_other_words_is_heard(string text) => Assert.True(Read(text).Irritation > 0);

    [Theory]
    [InlineData("could you please tell me your date of birth")]
    [InlineData("oh gosh i hope you hear good news really soon")]
    [InlineData("give me your name")]
    [InlineData("so you have been waiting for two weeks")]
    public void Fillers_change_nothing(string text)
    {
        var plain = Read(text, Worried);
        foreach (var padded in new[] { $"well you know {text} and so on and so forth", $"um i mean basically {text}", $"{text} at the end of the day", $"uh okay {text} you know" })
        {
            var reading = Read(padded, Worried);
            Assert.Equal((plain.EmotionalReaction, plain.Interpretation, plain.Exploration, plain.OpenQuestions, plain.ClosedQuestions, plain.Reflection),
                (reading.EmotionalReaction, reading.Interpretation, reading.Exploration, reading.OpenQuestions, reading.ClosedQuestions, reading.Reflection));
            Assert.Equal(plain.Politeness, reading.Politeness, 3);
        }
    }

    [Fact]
    public void Every_mark_quotes_the_line_as_it_stands()
    {
        const string text = "Oh gosh, I hope you’ll hear good news REALLY soon… Two weeks is such a long time! I'd hate that, and I feel for you. You've been left without a word, and nobody called you back; what went through your mind?";
        var reading = Read(text, Worried);
        Assert.NotEmpty(reading.Marks);
        Assert.All(reading.Marks, m => Assert.Contains(m.Quote, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_the_weights_whose_data_states_no_licence_the_rules_read_alone()
    {
        var licensed = WeightFiles.Load().Where(pair => pair.Value.Header.TrainedOn.All(source => source.Licence is not null)).ToDictionary();
        var analysis = new TrainedUtteranceAnalysis(new LanguageModels(licensed));
        var nothing = new TrainedUtteranceAnalysis(new LanguageModels(new Dictionary<string, LinearModel>()));
        foreach (var text in new[] { "i can hear how worried you are", "oh gosh i hope you hear good news really soon", "anything else", "what happened" })
        {
            var rules = new RuleUtteranceAnalysis().ReadTrainee(SpokenLine.Of(text));
            foreach (var reading in new[] { analysis.ReadTrainee(SpokenLine.Of(text), Worried), nothing.ReadTrainee(SpokenLine.Of(text), Worried) })
            {
                Assert.Equal((rules.Empathy, rules.OpenQuestions, rules.ClosedQuestions, rules.Reflection), (reading.Empathy, reading.OpenQuestions, reading.ClosedQuestions, reading.Reflection));
                Assert.Null(reading.Behaviour);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?!...")]
    [InlineData("um you know")]
    public void Nothing_said_is_nothing_read(string text) => Assert.Equal(0, Read(text, Worried).Empathy);

    [Fact]
    public void A_very_long_line_is_read_in_bounded_time() => Read(string.Join(' ', Enumerable.Repeat("i really feel for you and i hope it gets better soon", 5000)), Worried);

    private static UtteranceReading Read(string text, UtteranceContext context = default) => ProductAnalysis.Shared.ReadTrainee(SpokenLine.Of(text), context);

    /// <summary>Runs where the build has the models of empathy and listening.</summary>
    private sealed class EmpathyTheoryAttribute : TheoryAttribute
    {
        public EmpathyTheoryAttribute() => Skip = HasEmpathy ? null : "The build leaves out models whose data states no licence.";
    }
}
