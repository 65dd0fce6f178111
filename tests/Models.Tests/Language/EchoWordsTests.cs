using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Models.Tests.Language;

public sealed class EchoWordsTests
{
    private const string Played = "Well, it all began when my sister came to stay with us for a week or two last summer.";

    [Theory]
    [InlineData("it all began when my sister came", true)]
    [InlineData("all began men my sister came to stay", true)]
    [InlineData("sister came to stay for a week", true)]
    [InlineData("last summer", false)]
    [InlineData("came my began all", false)]
    [InlineData("i am sorry to hear that when did it begin", false)]
    [InlineData("", false)]
    public void WordsOfTheLineInTheirOrder_AreAnEcho(string heard, bool echo) => Assert.Equal(echo, EchoWords.Are(heard, Played));

    [Fact]
    public void NothingPlayed_NothingIsAnEcho() => Assert.False(EchoWords.Are("can i have your name", ""));
}
