using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Reading;

namespace RealtimeTraining.Models.Tests.Language.Reading;

public sealed class LanguageModelsTests
{
    private static LanguageModels Models => LanguageModels.Shared;

    [WeightsTheory("question")]
    [InlineData("What brings you in today?", "open")]
    [InlineData("how have you been feeling since the last visit", "open")]
    [InlineData("Do you smoke?", "closed")]
    [InlineData("have you had this before", "closed")]
    public void Questions_AreHeard_AsOpenOrClosed(string text, string kind)
    {
        var question = Models.Read(text).Question!;
        Assert.Equal("question", question.Present.Label);
        Assert.Equal(kind, question.Kind.Label);
    }

    [WeightsTheory("question")]
    [InlineData("Your appointment is on Tuesday at nine.")]
    [InlineData("mm hmm")]
    [InlineData("It sounds like you are worried about your daughter.")]
    public void Statements_AreNoQuestions(string text) => Assert.Equal("none", Models.Read(text).Question!.Present.Label);

    [WeightsTheory("call-quality")]
    [InlineData("you should rest and you have to take it every day", 11, 2)]
    [InlineData("You must come in. I've got to ask: ought we not?", 11, 3)]
    [InlineData("what have you tried to do about it", 8, 0)]
    public void WordsThatDirect_AreCounted(string text, int words, int directives)
    {
        var signs = Models.Read(text).Signs!.Value;
        Assert.Equal((words, directives), (signs.Words, signs.Directives));
    }

    /// <summary>Whatever the examples were, it has to go the way in which counselling research counts.</summary>
    [WeightsTheory("call-quality")]
    [InlineData("told")]
    [InlineData("directed")]
    [InlineData("asked closed questions")]
    [InlineData("repeated words")]
    public void CallQuality_IsLower_WhereMoreWas(string what)
    {
        var usual = new ListeningSigns(0.2f, 0.5f, 0.3f, 0.4f, 0.2f, 20, 1);
        var worse = what switch
        {
            "told" => usual with { Told = 0.8f },
            "directed" => usual with { Directives = 4 },
            "asked closed questions" => usual with { AskedOpenly = 0.1f },
            _ => usual with { ReflectedDeeply = 0.05f },
        };
        Assert.True(Models.CallQuality([.. Enumerable.Repeat(worse, 10)]) < Models.CallQuality([.. Enumerable.Repeat(usual, 10)]));
        Assert.Null(Models.CallQuality([]));
    }

    [WeightsTheory("behaviour")]
    [InlineData("So it sounds like you're really worried about your health.", "I want to stop but I'm scared.", "reflection")]
    [InlineData("it sounds like you feel torn about it", "part of me wants to quit", "reflection")]
    [InlineData("How many cigarettes do you smoke a day?", "I smoke.", "question")]
    [InlineData("Mm-hmm.", "It was last year.", "other")]
    public void Behaviour_IsToldApart(string text, string before, string behaviour) =>
        Assert.Equal(behaviour, Models.Read(text, new UtteranceContext(before)).Behaviour!.Label);

    [WeightsTheory("empathy-emotional-reaction")]
    [InlineData("I'm so sorry to hear that. I hope you feel better soon.")]
    [InlineData("oh i am so sorry to hear that i hope it gets better")]
    public void Compassion_IsAnEmotionalReaction(string text)
    {
        var context = new UtteranceContext("My mother died last week and I feel so alone.");
        Assert.NotEqual("0", Models.Read(text, context).Empathy!.EmotionalReaction.Label);
        Assert.Equal("0", Models.Read("The office is on the second floor.", context).Empathy!.EmotionalReaction.Label);
    }

    [Theory]
    [InlineData("Could you please help me with this? Thank you so much!", "Why did you do that? What is wrong with you?")]
    [InlineData("thank you would you mind if i asked for your name please", "you did it wrong again why do you not listen")]
    public void Politeness_RanksTheKinderRequestHigher(string polite, string rude) =>
        Assert.True(Models.Read(polite).Politeness > Models.Read(rude).Politeness + 0.3f);

    [Theory]
    [InlineData("thank you so much you have been wonderful", "this is ridiculous i hate this stupid place")]
    [InlineData("I'm so glad you called, that's great news!", "That is disgusting and you are an idiot.")]
    public void WarmthAndIrritation_AreOpposites(string warm, string irritated)
    {
        var (kind, cross) = (Models.Read(warm), Models.Read(irritated));
        Assert.True(kind.Warmth > 0.5 && kind.Irritation < 0.3, $"{kind.Warmth} {kind.Irritation}");
        Assert.True(cross.Irritation > 0.5 && cross.Warmth < 0.3, $"{cross.Warmth} {cross.Irritation}");
    }

    [Theory]
    [InlineData("Could I get your full name, please?", "ask_name")]
    [InlineData("may i have your name please", "ask_name")]
    [InlineData("Thank you and goodbye.", "goodbye_1")]
    [InlineData("what are your symptoms", "doctor_ask_symptoms")]
    [InlineData("is there anything else i can do for you", "anything_else")]
    public void AgentAction_IsRecognised(string text, string action) => Assert.Equal(action, Models.Read(text).AgentAction!.Label);

    [Fact]
    public void Annoyance_OfACrossCaller_IsHigher()
    {
        var cross = Models.Annoyance(["hurry up I don't have all day", "I already told you my name, are you stupid?", "this is useless, whatever, bye"], ["How can I help?", "May I have your name?", "I am sorry."]);
        var calm = Models.Annoyance(["Hello, I'd like to book an appointment", "My name is Ann", "Great, thank you so much!"], ["How can I help?", "May I have your name?", "You are booked."]);
        Assert.True(cross > 2 * calm, $"{cross} {calm}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \t ")]
    [InlineData("?!... --- 😀")]
    public void Read_OfNoWords_IsNothing(string text) => Assert.Equal(UtteranceReading.Nothing, Models.Read(text));

    [Fact]
    public void Read_OfAnything_StaysWithinBounds()
    {
        string[] texts = [new('a', 2_000_000), string.Concat(Enumerable.Repeat("no way! ", 100_000)), "\0\uD800 x \uFFFF", "999 999 999", "éàü 你好 мир"];
        foreach (var text in texts)
        {
            var reading = Models.Read(text, new UtteranceContext(text, text));
            Assert.InRange(reading.Warmth!.Value, 0, 1);
            Assert.InRange(reading.Irritation!.Value, 0, 1);
            Assert.True(float.IsFinite(reading.Politeness!.Value));
            Assert.Equal(1, reading.AgentAction!.Probabilities.Sum(), 3);
        }
    }

    [Fact]
    public void Read_FromManyThreads_IsAlwaysTheSame()
    {
        string[] texts = ["Could you hold for a moment, please?", "i am really sorry about that", "What happened then?", "No."];
        var alone = texts.Select(text => Models.Read(text).Politeness).ToArray();
        Parallel.For(0, 400, i => Assert.Equal(alone[i % texts.Length], Models.Read(texts[i % texts.Length]).Politeness));
    }

    [Fact]
    public void EachModel_IsUnderAMegabyte_AndSaysWhatItWasTrainedOn()
    {
        foreach (var (name, model) in WeightFiles.Load())
        {
            Assert.Equal(name, model.Name);
            Assert.InRange(LinearModelFile.Write(model).Length, 1, 1_000_000);
            Assert.All(model.Header.TrainedOn, source => Assert.Equal(64, source.Sha256.Length));
        }
    }

    [Fact]
    public void OnlyLicensed_LeavesOutEmpathyAndListening_AndReadsTheRest()
    {
        var licensed = WeightFiles.Load().Where(pair => pair.Value.Header.TrainedOn.All(source => source.Licence is not null)).ToDictionary();
        var reading = new LanguageModels(licensed).Read("Could you tell me your name, please?");
        Assert.Null(reading.Empathy);
        Assert.Null(reading.Behaviour);
        Assert.Null(reading.Question);
        Assert.NotNull(reading.Politeness);
        Assert.NotNull(reading.AgentAction);
    }
}
