using System.ComponentModel.DataAnnotations;
using RealtimeTraining.Models.Language.Turns;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Speech.Tests.Turns;

public sealed class TurnEndDetectorTests
{
    private static readonly TurnEndOptions Options = new();
    private static readonly TurnEndDetector Detector = new(Options, TurnEndModel.Shared, SilenceModel.Shared);

    [Theory]
    [InlineData("can i have your date of birth please", "can i have your date of birth and")]
    [InlineData("how long have you had the pain", "how long have you had the")]
    [InlineData("the doctor can see you on friday", "the doctor can see you on friday um")]
    [InlineData("thank you so much for calling", "thank you so much for calling so")]
    public void WordsThatSoundUnfinished_WaitLonger(string finished, string unfinished)
    {
        Assert.True(Wait(unfinished).SilenceMs > Wait(finished).SilenceMs, $"{Wait(finished)} {Wait(unfinished)}");
    }

    [Fact]
    public void AQuestion_WaitsNoLongerThanTheFloor()
    {
        Assert.Equal(Options.FloorMs, Wait("what can i do for you today").SilenceMs);
    }

    [Theory]
    [InlineData("the number is five five five")]
    [InlineData("that is b r a d")]
    [InlineData("i have it as zero seven nine um")]
    [InlineData("our nurse will call your home number for one five")]
    public void DigitsOrLettersInARow_WaitForTheNextGroup(string words)
    {
        Assert.Equal(Options.ReadingCeilingMs, Wait(words).SilenceMs);
    }

    [Theory]
    [InlineData("phoneNumber")]
    [InlineData("memberId")]
    [InlineData("date of birth")]
    public void ADigitThatWasAskedFor_WaitsForMore(string topic)
    {
        Assert.Equal(Options.ReadingCeilingMs, Wait("it is four", topic).SilenceMs);
    }

    [Theory]
    [InlineData("five five five two three four one eight nine two", "phoneNumber")]
    [InlineData("march fourteenth nineteen sixty seven", "dateOfBirth")]
    [InlineData("the fourth of may 1982", "dateOfBirth")]
    public void AWholeNumberOrDate_WaitsNoLongerThanOtherWords(string words, string topic)
    {
        Assert.True(Wait(words, topic).SilenceMs <= Options.CeilingMs);
        Assert.DoesNotContain("digits", Wait(words, topic).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ANumberAmongOtherWords_IsNotReadAloud()
    {
        Assert.DoesNotContain("digits", Wait("you have had it for two or three").Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("digits", Wait("we have a slot at four", "insurancePlan").Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("digits", Wait("i have put you down for two thirty").Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("digits", Wait("that is for one or two").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void TheWait_FallsWithTheProbability_BetweenFloorAndCeiling()
    {
        var kinds = new SilenceKinds(0.7f, 0.2f, 0.1f);
        var waits = Enumerable.Range(0, 101).Select(percent => Detector.WaitFor(new TurnContext("we can do that", 900, null), percent / 100f, kinds).SilenceMs).ToList();

        Assert.Equal(waits.OrderDescending(), waits);
        Assert.Equal(Options.FloorMs, waits[^1]);
        Assert.True(waits[0] > 1_000);
    }

    [Fact]
    public void AVoiceThatSoundsUnfinished_IsWaitedForLonger_ThanOneThatSoundsFinished()
    {
        int WaitAfter(float? odds) => Detector.WaitFor(new TurnContext("we can see you on friday", 1_500, null) { VoiceOdds = odds }).SilenceMs;
        var (finished, unknown, unfinished) = (WaitAfter(3), WaitAfter(null), WaitAfter(0.3f));

        Assert.True(finished < unknown && unknown < unfinished, $"{finished} {unknown} {unfinished}");
        Assert.Equal(unknown, WaitAfter(1));
        Assert.Contains("the voice ended", Reason(3), StringComparison.Ordinal);
        Assert.Contains("the voice was held", Reason(0.3f), StringComparison.Ordinal);
        Assert.DoesNotContain("voice", Reason(null) + Reason(1), StringComparison.Ordinal);

        string Reason(float? odds) => Detector.WaitFor(new TurnContext("we can see you on friday", 1_500, null) { VoiceOdds = odds }).Reason;
    }

    [Fact]
    public void DearerCutOffs_MakeItMorePatient()
    {
        var patient = new TurnEndDetector(new TurnEndOptions { CutOffCostMs = 50_000 }, TurnEndModel.Shared, SilenceModel.Shared);
        var context = new TurnContext("okay", 400, null);

        var kinds = new SilenceKinds(0.7f, 0.2f, 0.1f);
        Assert.True(patient.WaitFor(context, 0.9f, kinds).SilenceMs > Detector.WaitFor(context, 0.9f, kinds).SilenceMs);
    }

    [Fact]
    public void WithoutWords_ItWaitsAFixedTime()
    {
        Assert.Equal(Options.NoWordsMs, Wait("").SilenceMs);
        Assert.Equal(Options.NoWordsMs, Detector.WaitFor(default).SilenceMs);
    }

    [Fact]
    public void TheReason_SaysHowSureItIs_AndNotWhatWasSaid()
    {
        // As probable an end as ends mostly are: the words alone decide.
        const float usual = 0.92f;
        var wait = Detector.WaitFor(new TurnContext("goodbye mister henderson", 900, null), usual, new SilenceKinds(0.93f, 0.05f, 0.02f));

        Assert.Equal("the words sound finished (0.93)", wait.Reason);
        Assert.StartsWith("the trainee looks for words (", Detector.WaitFor(new TurnContext("let me see um", 900, null), usual, new SilenceKinds(0.5f, 0.2f, 0.3f)).Reason, StringComparison.Ordinal);
        Assert.Equal("the sentence is not whole (0.30)", Detector.WaitFor(new TurnContext("please tell", 900, null), usual, new SilenceKinds(0.3f, 0.2f, 0.5f)).Reason);
        Assert.Equal("digits are being read", Wait("six oh two four").Reason);
    }

    [Fact]
    public void VeryLongTurns_AreJudgedByTheirEnd()
    {
        var talk = string.Concat(Enumerable.Repeat("and then we looked at the list again ", 5_000));

        Assert.InRange(Wait(talk + "what can i do for you today").SilenceMs, Options.FloorMs, 800);
        Assert.True(Wait(talk + "what can i do for").SilenceMs > Wait(talk + "what can i do for you today").SilenceMs);
    }

    [Fact]
    public void ManyCallsAtOnce_GetTheSameAnswers()
    {
        string[] turns = ["can you spell that for me please", "okay so", "um", "one two three", "right okay and do you have any pain"];
        var alone = turns.Select(words => Wait(words)).ToArray();

        Parallel.For(0, 2_000, i => Assert.Equal(alone[i % turns.Length], Wait(turns[i % turns.Length])));
    }

    [Theory]
    [InlineData(50, 2_000, 2_500, 5_000, 700)]
    [InlineData(200, 6_000, 8_000, 5_000, 700)]
    [InlineData(900, 600, 2_500, 5_000, 700)]
    [InlineData(200, 2_000, 1_500, 5_000, 700)]
    [InlineData(200, 2_000, 2_500, 0, 700)]
    [InlineData(200, 2_000, 2_500, 5_000, 20)]
    public void OptionsThatCannotBe_AreRefused(int floor, int ceiling, int reading, double cost, int noWords)
    {
        var options = new TurnEndOptions { FloorMs = floor, CeilingMs = ceiling, ReadingCeilingMs = reading, CutOffCostMs = cost, NoWordsMs = noWords };

        Assert.Throws<ValidationException>(() => new TurnEndDetector(options, TurnEndModel.Shared, SilenceModel.Shared));
    }

    private static TurnWait Wait(string words, string? askedFor = null) =>
        Detector.WaitFor(new TurnContext(words, words.Length * 60, askedFor) { PatientSaid = "I have had this cough for a while." });
}
