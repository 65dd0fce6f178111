using RealtimeTraining.Models.Language.Turns;
using RealtimeTraining.Models.Training.Turns;

namespace RealtimeTraining.Models.Tests.Language.Turns;

public sealed class WaitCurveTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(2_000)]
    [InlineData(100_000)]
    public void TheMoreProbableTheEnd_TheShorterTheWait(double cost)
    {
        var curve = new WaitCurve(cost, 150, 2_500);
        var waits = Enumerable.Range(0, 1_001).Select(step => step / 1000f).Select(over => curve.WaitMs(new SilenceKinds(over, (1 - over) / 2, (1 - over) / 2))).ToList();

        Assert.Equal(waits.OrderDescending(), waits);
        Assert.All(waits, wait => Assert.InRange(wait, 150, 2_500));
        Assert.Equal(150, waits[^1]);
    }

    [Fact]
    public void TheWait_IsTheOneThatCostsLeast()
    {
        var wait = new WaitCurve(4_000, 200, 3_000).WaitMs(new SilenceKinds(0.7f, 0, 0.3f));

        double Cost(double ms) => 0.7 * ms + 4_000 * 0.3 * PauseLengths.InSentence.LongerThan(ms);
        Assert.Equal(Enumerable.Range(0, 281).Select(step => 200 + step * 10).MinBy(ms => Cost(ms)), wait);
    }

    [Fact]
    public void AGapBetweenSentences_IsWaitedForLessLongThanAHesitation()
    {
        var curve = new WaitCurve(4_000, 200, 3_000);

        Assert.True(curve.WaitMs(new SilenceKinds(0.7f, 0.3f, 0)) < curve.WaitMs(new SilenceKinds(0.7f, 0, 0.3f)));
    }

    [Fact]
    public void HalfOfThePauses_AreLongerThanTheMedian()
    {
        var pauses = PauseLengths.Fit([400, 800, 1_600]);

        Assert.Equal(800, pauses.MedianMs, 1e-6);
        Assert.Equal(0.5, pauses.LongerThan(800), 1e-6);
        Assert.Equal(1, pauses.LongerThan(0));
        Assert.Equal(0.158655, pauses.LongerThan(800 * Math.Exp(pauses.Spread)), 1e-5);   // one standard deviation above
    }

    [Fact]
    public void ScoresTwiceTooSure_AreDividedByTwo()
    {
        // Right nine times in ten, and says so with odds squared.
        var score = 2 * MathF.Log(9);
        var cases = Enumerable.Range(0, 1_000).Select(i => (score, i % 10 != 0)).ToList();

        Assert.Equal(2, Calibration.Temperature(cases), 0.01);
        Assert.Equal(0, Calibration.Error([.. cases.Select(one => (0.9f, one.Item2))]), 0.02);
        Assert.Equal(0.09, Calibration.Brier([.. cases.Select(one => (0.9f, one.Item2))]), 0.001);
    }

    [Fact]
    public void ImpossibleLimits_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new WaitCurve(-1, 100, 200));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WaitCurve(1, 300, 200));
        Assert.Throws<ArgumentOutOfRangeException>(() => PauseLengths.Fit([5]));
    }
}
