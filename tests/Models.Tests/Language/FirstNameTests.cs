using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Models.Tests.Language;

public class FirstNameTests
{
    [Theory]
    [InlineData("Maya Lindqvist", "maya")]
    [InlineData("Dr. Dorota Nowak", "dorota")]
    [InlineData("J. Ruth Castellano", "ruth")]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("42", null)]
    public void IsTheFirstWordThatIsNoTitle(string? fullName, string? firstName) => Assert.Equal(firstName, FirstName.Of(fullName));

    [Theory]
    [InlineData("thank you for calling this is maya i'm sorry about that knee", true)]
    [InlineData("good morning maya speaking", true)]
    [InlineData("thank you for calling this a is maya and sorry about that knee", true)]
    [InlineData("may i ask maya about it", false)]
    [InlineData("this is mayan", false)]
    public void IsGivenWhereSomebodySaysThatItIsTheirs(string said, bool given) => Assert.Equal(given, FirstName.IsGivenIn(said, "maya"));
}
