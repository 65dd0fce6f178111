using RealtimeTraining.Server.Accounts;

namespace RealtimeTraining.Server.Tests.Accounts;

public sealed class SetupCodeTests
{
    [Fact]
    public void NoCodeIssued_NothingMatches()
    {
        using var code = new SetupCode();

        Assert.False(code.Matches(""));
        Assert.False(code.Matches(null));
    }

    [Fact]
    public void Code_Matches_HoweverItIsTyped()
    {
        using var code = new SetupCode();
        var printed = code.Issue();

        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$", printed);
        Assert.True(code.Matches(printed));
        Assert.True(code.Matches(" " + printed.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()));
        Assert.True(code.Matches(printed.Replace('0', 'o').Replace('1', 'l')));
        Assert.False(code.Matches(printed + "0"));
        Assert.False(code.Matches(new string('0', 10_000)));
    }

    [Fact]
    public void Code_IsOverOnceUsed_OrReplaced()
    {
        using var code = new SetupCode();
        var first = code.Issue();
        var second = code.Issue();

        Assert.False(code.Matches(first));
        Assert.True(code.Matches(second));
        code.Consume();
        Assert.False(code.Matches(second));
    }
}
