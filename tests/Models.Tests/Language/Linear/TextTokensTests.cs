using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Tests.Language.Linear;

public sealed class TextTokensTests
{
    [Theory]
    [InlineData("I don't KNOW, 42nd!!!", "i dont know , 0 !!")]
    [InlineData("it’s ‘fine’", "its ' fine '")]
    [InlineData("", "")]
    [InlineData("   \n ", "")]
    public void Read_CutsIntoWordsAndMarks(string text, string tokens) => Assert.Equal(tokens, Tokens(text));

    [Fact]
    public void Read_WrittenAndSpoken_AreToldApart()
    {
        var tokens = new TextTokens();
        tokens.Read("what is your name");
        Assert.False(tokens.IsWritten);
        tokens.Read("what is your name?");
        Assert.True(tokens.IsWritten);
    }

    [Fact]
    public void Read_EndlessText_StopsAtItsLimits()
    {
        var tokens = new TextTokens();
        tokens.Read(new string('?', 1_000_000));
        Assert.Equal(1, tokens.Count);
        tokens.Read(string.Concat(Enumerable.Repeat("a ", 1_000_000)));
        Assert.Equal(TextTokens.MaxTokens, tokens.Count);
        tokens.Read(new string('a', 1_000_000));
        Assert.Equal(TextTokens.MaxCharacters, tokens[0].Length);
    }

    [Fact]
    public void NgramFeatures_OfWrittenText_HoldThoseOfTheSameTextSpoken()
    {
        var (written, spoken) = (Features("Well, is Dr. Ames in today?"), Features("well is dr ames in today"));
        Assert.Subset(written, spoken);
        Assert.True(written.Count > spoken.Count);
    }

    private static HashSet<uint> Features(string text)
    {
        var (tokens, vector) = (new TextTokens(), new FeatureVector());
        tokens.Read(text);
        NgramFeatures.Add(vector, tokens, 0, NgramOptions.Whole);
        return [.. vector.Hashes];
    }

    private static string Tokens(string text)
    {
        var tokens = new TextTokens();
        tokens.Read(text);
        return string.Join(' ', Enumerable.Range(0, tokens.Count).Select(i => tokens.Text(i).ToString()));
    }
}
