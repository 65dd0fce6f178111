using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Turns;
using RealtimeTraining.Models.Training.Turns;
using RealtimeTraining.Speech.Language.FrontDesk;

namespace RealtimeTraining.Models.Tests.Language.Turns;

public sealed class SilenceModelTests
{
    [Fact]
    public void TheCommittedWeights_AreSmall_AndSayWhatTheyWereTrainedOn()
    {
        using var weights = typeof(SilenceModel).Assembly.GetManifestResourceStream(SilenceModel.FileName);

        Assert.InRange(weights!.Length, 1_000, 1 << 20);
        Assert.Contains(SilenceModel.Shared.TrainedOn, source => source is { File: "star-calls.jsonl", Licence: "MIT", Sha256.Length: 64 });
    }

    [Theory]
    [InlineData("may i have your date of birth", "may i have your")]
    [InlineData("what time works best for you", "what time works best for")]
    [InlineData("how can i help you today", "how can i help you today and")]
    [InlineData("the doctor can see you on friday", "the doctor can")]
    public void ASentenceThatIsWhole_IsMoreProbablyAnEnd_ThanOneThatIsNot(string whole, string broken)
    {
        Assert.True(After(whole).InSentence < 0.35f, $"{After(whole)}");
        Assert.True(After(broken).InSentence > 0.5f, $"{After(broken)}");
        Assert.True(After(whole).Over > 1.5f * After(broken).Over, $"{After(whole)} {After(broken)}");
    }

    [Fact]
    public void AQuestion_IsMoreProbablyAnEnd_ThanAGreeting()
    {
        Assert.True(After("may i have your name please").Over > After("thank you for calling this is jordan").Over);
    }

    [Fact]
    public void TheKinds_AddUpToOne_AlsoWithOtherOdds()
    {
        foreach (var kinds in new[] { After("okay"), After(""), After("okay").WithOddsOfEnd(7), After("okay").WithOddsOfEnd(0.01f) })
        {
            Assert.Equal(1, kinds.Over + kinds.BetweenSentences + kinds.InSentence, 1e-4);
        }
        Assert.True(After("okay").WithOddsOfEnd(0.1f).Over < After("okay").Over);
    }

    [Fact]
    public void ConversationsAreBroken_AtTheirSentencesAndInsideThem()
    {
        var silences = ScriptSilences.Of([Conversation("Good morning Dr. Low. How are you today?", "Not well. I have had a cough for three weeks now.")]);

        // Some words are misheard, so the words themselves say little. No place lies behind the title.
        Assert.Equal(2, silences.Count(place => place.Kind == ScriptSilences.BetweenSentences));
        Assert.Equal(2, silences.Count(place => place.Kind == ScriptSilences.Over));
        Assert.Equal([true, false], silences.Where(place => place.Kind == ScriptSilences.Over).Select(place => place.Turn.Leads));
    }

    [Fact]
    public void TurnsOfTheFrontDesk_StopWhereTheirWritersSay()
    {
        var silences = ScriptSilences.OfFrontDesk([.. Enumerable.Range(0, 50).Select(_ => new FrontDeskTurn("", "My knee hurts.", "I see. Is it the left one, / or the right? Let me look."))], 2);

        Assert.Equal(200, silences.Count);
        Assert.Equal(50, silences.Count(place => place.Kind == ScriptSilences.Over));
        Assert.Equal(100, silences.Count(place => place.Kind == ScriptSilences.BetweenSentences));
        // Some words are misheard.
        var stops = silences.Where(place => place.Kind == ScriptSilences.InSentence).Select(place => place.Turn.Words).ToList();
        Assert.Equal(50, stops.Count);
        Assert.InRange(stops.Count(words => words.EndsWith("i see is it the left one", StringComparison.Ordinal)), 25, 49);
        // And some of them follow on something else.
        Assert.InRange(stops.Count(words => words.Length > 40), 3, 30);
        Assert.All(silences, place => Assert.True(place is { Counts: 2, Turn: { Leads: true, OtherSaid: "My knee hurts." } }));
    }

    [Fact]
    public void TheSameTalk_GivesTheSameBytes()
    {
        var talk = ScriptSilences.Of([.. Enumerable.Range(0, 30).Select(i => Conversation($"Hello. What can I do for you on day {i}?", "I would like to be seen, please."))]);

        byte[] Train() => LinearModelFile.Write(SilenceTraining.Train(talk, []));

        Assert.Equal(Train(), Train());
        Assert.Contains(talk, place => place.Kind == ScriptSilences.InSentence);
    }

    private static SilenceKinds After(string words) => SilenceModel.Shared.After(new TurnSoFar(words, 1_500));

    private static Conversation Conversation(string doctor, string patient) =>
        new("one", "", [new Segment("doctor", 0, 2_000, doctor), new Segment("patient", 2_500, 5_000, patient)]);
}
