using System.Text.Json;
using RealtimeTraining.Models.Training.Turns;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Models.Tests.Language.Turns;

public sealed class TurnPointTests
{
    [Fact]
    public void SilenceBetweenSegmentsOfOneSpeaker_IsAPause_AndTheOthersWordsEndTheTurn()
    {
        var points = PointsOf(("doctor", 0, 2, "Okay, so um"), ("doctor", 2.9, 4, "how long?"), ("patient", 4.2, 5, "Two days."), ("doctor", 5.5, 6, "Right."));

        Assert.Equal([(false, 900), (true, 0), (true, 0)], points.Select(point => (point.IsEnd, (int)Math.Round(point.PauseMs))));
        Assert.Equal(["okay so um", "okay so um how long", "two days"], points.Select(point => point.Turn.Words));
        Assert.Equal([true, true, false], points.Select(point => point.Turn.Leads));
        Assert.Equal([0, 1, 0], points.Select(point => point.Turn.PausesBefore));
        Assert.Equal("Okay, so um how long?", points[2].Turn.OtherSaid);
    }

    [Fact]
    public void AListenersSoundWithinTheOthersSpeech_DoesNotEndTheTurn()
    {
        var points = PointsOf(("doctor", 0, 5, "You take two of these"), ("patient", 2, 2.4, "Mm-hm."), ("doctor", 6, 7, "every day."), ("patient", 7.1, 8, "Okay."));

        Assert.Equal([false, true], points.Select(point => point.IsEnd));
        Assert.Equal(1_000, points[0].PauseMs, 0.01);
    }

    [Fact]
    public void WordsNobodyCouldMakeOut_StillTakeTheFloor()
    {
        var points = PointsOf(("doctor", 0, 2, "Any <UNSURE>pain</UNSURE>?"), ("patient", 2.2, 3, "<INAUDIBLE_SPEECH/>"), ("doctor", 3.5, 4, "Okay."), ("patient", 4.2, 5, "Yes."));

        Assert.Equal([(true, "any pain"), (true, "okay")], points.Select(point => (point.IsEnd, point.Turn.Words)));
    }

    [Fact]
    public void BreathsInterruptionsAndUnansweredWaits_AreNotCounted()
    {
        var points = PointsOf(
            ("doctor", 0, 2, "A breath"), ("doctor", 2.1, 3, "later"), ("doctor", 9, 10, "Hello?"), ("patient", 8.9 + 1.3, 12, "I was"), ("doctor", 10.5, 14, "No no"), ("patient", 14.1, 15, "Fine"));

        Assert.Equal(["a breath later hello", "no no"], points.Select(point => point.Turn.Words));
    }

    [Theory]
    [InlineData("{}", "no array")]
    [InlineData("[]", "no array")]
    [InlineData("[1]", "segment 1 is no object")]
    [InlineData("""[{"who":"a","start":0,"end":1}]""", "segment 1 has no \"text\"")]
    [InlineData("""[{"who":"a","start":"0","end":1,"text":"x"}]""", "segment 1 has no \"start\"")]
    [InlineData("""[{"who":"a","start":2,"end":1,"text":"x"}]""", "segment 1 ends before it starts")]
    [InlineData("[{", "no JSON")]
    public void AFileThatIsNoConversation_IsRefusedByName(string json, string expected)
    {
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "odd.json");
        File.WriteAllText(file, json);

        var refused = Assert.Throws<InvalidDataException>(() => Conversation.Read(file));

        Assert.Contains("odd.json", refused.Message, StringComparison.Ordinal);
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OddFilesAreLeftOut_AndSaidSo_AndAFolderWithoutConversationsIsRefused()
    {
        using var folder = new TestFolder();
        File.WriteAllText(Path.Combine(folder.Path, "odd.json"), "nothing");
        Assert.Throws<InvalidDataException>(() => Conversation.ReadAll(folder.Path, _ => { }));

        File.WriteAllText(Path.Combine(folder.Path, "talk.json"), """[{"who":"doctor","start":0,"end":1,"text":"Hello"}]""");
        var told = new List<string>();
        var read = Conversation.ReadAll(folder.Path, told.Add);

        Assert.Equal("talk.json", Assert.Single(read).Name);
        Assert.Contains("odd.json", Assert.Single(told), StringComparison.Ordinal);
    }

    [Fact]
    public void APolicy_CutsIntoPausesThatOutlastItsWait_AndWaitsAtEnds()
    {
        var points = PointsOf(
            ("doctor", 0, 1, "One"), ("doctor", 1.4, 2, "two"), ("doctor", 3, 4, "three"), ("patient", 4.1, 5, "Yes"), ("doctor", 5.2, 6, "Good"), ("patient", 6.1, 7, "Bye"));

        var outcome = TurnOutcome.Of(points, i => points[i].IsEnd ? 300 : 500);

        Assert.Equal(300, outcome.LatencyMs);
        Assert.Equal(0.5, outcome.CutOffsPerPause);
        Assert.Equal(1 / 3.0, outcome.CutOffsPerTurn, 1e-9);
    }

    private static IReadOnlyList<TurnPoint> PointsOf(params (string Who, double Start, double End, string Text)[] segments)
    {
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "talk.json");
        File.WriteAllText(file, JsonSerializer.Serialize(segments.Select(one => new { who = one.Who, start = one.Start, end = one.End, text = one.Text })));
        return TurnPoint.Of([Conversation.Read(file)]);
    }
}
