using RealtimeTraining.Models.Chat.LLamaSharp;

namespace RealtimeTraining.Models.Tests.Chat.LLamaSharp;

public sealed class StopTextTests
{
    [Theory]
    [InlineData("a|b|END|c", "ab", true)]
    [InlineData("a|E|N|D|c", "a", true)]
    [InlineData("a|EN|E|ND|c", "aEN", true)]
    [InlineData("a|E|N", "aEN", false)]
    [InlineData("xEND", "x", true)]
    [InlineData("no\n|end", "no", true)]
    [InlineData("no end", "no end", false)]
    public void Text_GoesUpToTheFirstStop(string pieces, string said, bool stopped)
    {
        var stop = new StopText(["END", "\nend"]);
        var text = "";
        foreach (var piece in pieces.Split('|').TakeWhile(_ => !stop.HasStopped))
        {
            text += stop.Push(piece);
        }
        Assert.Equal(said, text + stop.Rest());
        Assert.Equal(stopped, stop.HasStopped);
    }

    [Fact]
    public void OnlyWhatMayBecomeAStop_IsHeldBack()
    {
        var stop = new StopText(["ab"]);
        Assert.Equal("xyz", stop.Push("xyza"));
        Assert.Equal("ac", stop.Push("c"));
    }
}
