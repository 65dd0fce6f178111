using RealtimeTraining.Server.Reviews;

namespace RealtimeTraining.Server.Tests.Reviews;

public sealed class SearchTermsTests
{
    [Theory]
    [InlineData("bill", "they sent me two bills", true)]
    [InlineData("bills worried", "worried about the bill", true)]
    [InlineData("\"the bill\"", "the last bill", false)]
    [InlineData("\"last bill\" sent", "they sent the last bill again", true)]
    [InlineData("what's", "what is it", true)]
    [InlineData("name", "my name is [name]", true)]
    [InlineData("birth", "it is [date of birth] yes", false)]
    [InlineData("\"unclosed bill", "the bill is unclosed", true)]
    public void Terms_AreInALine_WhenAllOfThemAre(string terms, string line, bool are) =>
        Assert.Equal(are, SearchTerms.Of(terms).AreIn(SearchTerms.Forms(line)));

    [Fact]
    public void CommonWords_AreNotIndexed() => Assert.Equal(["refund"], SearchTerms.Of("are you the refund").Indexed);
}
