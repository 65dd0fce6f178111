using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Turns;
using RealtimeTraining.Models.Training.Turns;

namespace RealtimeTraining.Models.Tests.Language.Turns;

public sealed class TurnEndModelTests
{
    [Fact]
    public void TheCommittedWeights_AreSmall_AndSayWhatTheyWereTrainedOn()
    {
        using var weights = typeof(TurnEndModel).Assembly.GetManifestResourceStream(TurnEndModel.FileName);

        Assert.InRange(weights!.Length, 1_000, 1 << 20);
        Assert.Contains(TurnEndModel.Shared.TrainedOn, source => source is { File: "primock57/day1_consultation01.json", Licence: "CC BY 4.0", Sha256.Length: 64 });
    }

    [Theory]
    [InlineData("no that's everything", "no that's everything um")]
    [InlineData("have you taken anything for it", "so")]
    public void FinishedWords_AreMoreProbablyAnEnd(string finished, string unfinished)
    {
        Assert.True(Over(finished) > Over(unfinished) + 0.1f, $"{Over(finished)} {Over(unfinished)}");
    }

    [Fact]
    public void MarksAndCapitals_ChangeNothing()
    {
        Assert.Equal(Over("okay and is it there all the time"), Over("Okay... and, is it there: all the time"));
    }

    [Fact]
    public void NothingSaid_IsAProbabilityToo() => Assert.InRange(TurnEndModel.Shared.Over(new TurnSoFar("", 0)), 0f, 1f);

    [Fact]
    public void TheSameTurnsAndScripts_GiveTheSameBytes()
    {
        var points = SomePoints();
        var scripts = points.Take(20).Select(point => (point.Turn, point.IsEnd)).ToList();

        byte[] Train() => LinearModelFile.Write(TurnTraining.Train(points, MisheardWords.Of(points), scripts, 1.2f, []));

        Assert.Equal(Train(), Train());
    }

    [Fact]
    public void TrainedOnTurnsThatEndInUm_ItLearnsThatUmIsNoEnd()
    {
        var points = SomePoints();
        var model = new TurnEndModel(LinearModelFile.Read(LinearModelFile.Write(TurnTraining.Train(points, MisheardWords.Of(points), [], 1, []))));

        Assert.True(model.Over(new TurnSoFar("we have rooms um", 1_000)) < 0.4f);
        Assert.True(model.Over(new TurnSoFar("we have rooms today", 1_000)) > 0.6f);
    }

    [Fact]
    public void WeightsOfAnotherModel_AreRefused()
    {
        var header = new LinearModelHeader("emotions", TurnEndFeatures.Version, LinearKind.AnyOf, ["over"], 16, 2, 1, [0], []);

        Assert.Throws<ArgumentException>(() => new TurnEndModel(new LinearModel(header, [], [], [1], [0], [0, 0])));
    }

    [Fact]
    public void MisheardWords_AreOneInTen_AndTheSameEachTime()
    {
        var points = Enumerable.Range(0, 200).Select(i => new TurnPoint(i, true, 0, 0, new TurnSoFar("one day the old man went home by himself", 2_000), "")).ToList();
        var (once, again) = (MisheardWords.Of(points), MisheardWords.Of(points));

        Assert.Equal(once.Select(point => point.Turn.Words), again.Select(point => point.Turn.Words));
        Assert.InRange(once.Count(point => point.Turn.Words == points[0].Turn.Words), 50, 120);   // 0.9 to the ninth of 200 is 77
    }

    private static float Over(string words) => TurnEndModel.Shared.Over(new TurnSoFar(words, 2_000) { OtherSaid = "It started on Monday." });

    private static List<TurnPoint> SomePoints()
    {
        string[] starts = ["we have rooms", "the doctor is in", "you can come", "it is open", "that will be fine"];
        return [.. Enumerable.Range(0, 80).Select(i => new TurnPoint(i / 8, i % 2 == 0, i % 2 == 0 ? 0 : 900, i,
            new TurnSoFar($"{starts[i % 5]} {(i % 2 == 0 ? "today" : "um")}", 1_000), ""))];
    }
}
