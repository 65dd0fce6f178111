using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Models.Tests.Language;

public sealed class SpokenNumbersTests
{
    [Theory]
    [InlineData("five five five two one three four", "5552134")]
    [InlineData("nineteen sixty seven", "1967")]
    [InlineData("two hundred and thirty four dollars", "234")]
    [InlineData("one oh seven", "107")]
    [InlineData("call 555 0121", "555121")]
    [InlineData("oh i see", "")]
    public void Digits_AreReadAsPeopleSayThem(string text, string digits) =>
        Assert.Equal(digits, SpokenNumbers.Digits(SpokenNumbers.Find(SpokenText.Words(text))));

    [Fact]
    public void ADate_IsAMonthAnOrdinalAndAYear()
    {
        var found = SpokenNumbers.Find(SpokenText.Words("may twenty second nineteen eighty"));
        Assert.Equal([(NumberKind.Month, 5), (NumberKind.Ordinal, 22), (NumberKind.Cardinal, 19), (NumberKind.Cardinal, 80)], found.Select(number => (number.Kind, number.Value)));
        Assert.Empty(SpokenNumbers.Find(SpokenText.Words("may i help you")));
    }

    [Fact]
    public void Likeness_OfASpanIsThatOfItsWords()
    {
        string[] words = ["i", "am", "sorry", "can", "i", "get", "your", "date", "of", "birth"];
        IReadOnlyList<string>[] phrases = [["can", "i", "get", "your", "date", "of", "birth"], ["i", "am", "sorry"]];
        var index = new LikenessIndex(FeatureWeights.Learn(phrases), [(phrases[0], 0), (phrases[1], 1)], 2);
        var spans = index.Over(new SpanFeatures(words));
        Assert.Equal(1f, spans.Best(3, 10)[0], 2);
        Assert.Equal(1f, spans.Best(0, 3)[1], 2);
        Assert.True(spans.Best(0, 10)[0] < 0.95f);
    }
}
