using RealtimeTraining.Models.Training.Data;
using RealtimeTraining.Models.Training.Learning;
using RealtimeTraining.Models.Training.Measures;

namespace RealtimeTraining.Models.Tests.Language.Linear;

public sealed class MeasureTests
{
    [Fact]
    public void MacroF1_IsTheMeanOverClassesThatOccur() =>
        Assert.Equal((2.0 / 3 + 0.8) / 2, Measure.MacroF1([0, 0, 1, 1], [0, 1, 1, 1], 3), 6);

    [Fact]
    public void Auc_CountsTiesHalf() => Assert.Equal(0.625, Measure.Auc([true, true, false, false], [0.9f, 0.3f, 0.3f, 0.4f]), 6);

    [Fact]
    public void Spearman_OfTheReverse_IsMinusOne() => Assert.Equal(-1, Measure.Spearman([1, 2, 3, 4], [8, 6, 4, 1]), 6);

    [Fact]
    public void BalancedAccuracy_OfAlwaysYes_IsOneHalf() => Assert.Equal(0.5, Measure.BalancedAccuracy([true, true, true, false], [true, true, true, true]), 6);

    [Fact]
    public void Bootstrap_IsSeeded_AndHoldsTheFigure()
    {
        int[] groups = [.. Enumerable.Range(0, 100)];
        double Mean(IReadOnlyList<int> cases) => cases.Average(i => i % 2);
        var interval = Bootstrap.Of(groups, Mean);
        Assert.Equal(interval, Bootstrap.Of(groups, Mean));
        Assert.Equal(0.5, interval.Value, 6);
        Assert.InRange(interval.Low, 0.35, 0.45);
        Assert.InRange(interval.High, 0.55, 0.65);
    }

    [Fact]
    public void Folds_KeepASourceTogether_AndAreOfOneSize()
    {
        int[] groups = [.. Enumerable.Range(0, 500).Select(i => i % 60)];
        var folds = Folds.Of(groups, 5, seed: 1);
        Assert.All(groups.Zip(folds).GroupBy(pair => pair.First), source => Assert.Single(source.Select(pair => pair.Second).Distinct()));
        Assert.All(folds.GroupBy(fold => fold), fold => Assert.InRange(fold.Count(), 80, 120));
    }

    [Fact]
    public void Csv_ReadsQuotesAndLineBreaks() =>
        Assert.Equal([["a", "b"], ["x, \"y\"\nz", ""], ["1", "2"]], Csv.Records("a,b\r\n\"x, \"\"y\"\"\nz\",\n1,2"));

    [Fact]
    public void SpeechForm_HasNoCaseNorPunctuation_AndAWordInTenIsWrong()
    {
        var text = string.Join(' ', Enumerable.Range(0, 2000).Select(i => $"Word{i},"));
        var speech = new SpeechForm([text]);
        var heard = speech.Of(text);
        Assert.Equal(heard, speech.Of(text));
        Assert.DoesNotContain(heard, c => char.IsUpper(c) || char.IsPunctuation(c));
        var kept = heard.Split(' ').Intersect(text.ToLowerInvariant().Split(", ")).Count();
        Assert.InRange(kept, 1780, 1900);
    }
}
