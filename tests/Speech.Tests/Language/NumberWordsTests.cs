using RealtimeTraining.Speech.Language;

namespace RealtimeTraining.Speech.Tests.Language;

public sealed class NumberWordsTests
{
    [Theory]
    [InlineData(0, "zero")]
    [InlineData(19, "nineteen")]
    [InlineData(40, "forty")]
    [InlineData(101, "one hundred one")]
    [InlineData(1_205, "one thousand two hundred five")]
    [InlineData(999_999_999, "nine hundred ninety nine million nine hundred ninety nine thousand nine hundred ninety nine")]
    public void Cardinals(int number, string words) => Assert.Equal(words, NumberWords.Cardinal(number));

    [Theory]
    [InlineData(1, "first")]
    [InlineData(12, "twelfth")]
    [InlineData(20, "twentieth")]
    [InlineData(22, "twenty second")]
    [InlineData(31, "thirty first")]
    [InlineData(100, "one hundredth")]
    public void Ordinals(int number, string words) => Assert.Equal(words, NumberWords.Ordinal(number));

    [Theory]
    [InlineData(1986, "nineteen eighty six")]
    [InlineData(1905, "nineteen oh five")]
    [InlineData(1900, "nineteen hundred")]
    [InlineData(2000, "two thousand")]
    [InlineData(2005, "two thousand five")]
    [InlineData(2024, "twenty twenty four")]
    public void Years(int year, string words) => Assert.Equal(words, NumberWords.Year(year));

    [Fact]
    public void Digits_AreSaidOneByOne() => Assert.Equal("five zero", NumberWords.Digits("5-0"));

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000_000)]
    public void OutOfRange_IsRefused(int number) => Assert.Throws<ArgumentOutOfRangeException>(() => NumberWords.Cardinal(number));
}
