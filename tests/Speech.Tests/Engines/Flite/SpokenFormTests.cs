using RealtimeTraining.Speech.Engines.Flite;

namespace RealtimeTraining.Speech.Tests.Engines.Flite;

public sealed class SpokenFormTests
{
    [Theory]
    [InlineData("I was born 03/14/1986.", "I was born March fourteenth, nineteen eighty six.")]
    [InlineData("It was 3/4/86", "It was March fourth, eighty six")]
    [InlineData("on 13/45/1986", "on 13/45/1986")]
    [InlineData("Call 911 now", "Call nine one one now")]
    [InlineData("call 9-1-1", "call nine one one")]
    [InlineData("It's 555-123-4567.", "It's five five five, one two three, four five six seven.")]
    [InlineData("It's (555) 123-4567", "It's five five five, one two three, four five six seven")]
    [InlineData("My member ID is 4471928350", "My member I D is four four seven, one nine two, eight three five, zero")]
    [InlineData("zip code 90210", "zip code nine zero two one zero")]
    [InlineData("It is 120/80.", "It is one hundred twenty over eighty.")]
    [InlineData("half of 1/2 a pill", "half of 1/2 a pill")]
    [InlineData("10mg of lisinopril", "10 milligrams of lisinopril")]
    [InlineData("500 mg", "500 milligrams")]
    [InlineData("Ms. Nguyen", "miz win")]
    [InlineData("Dr. Smith at 2:30", "Dr. Smith at 2:30")]
    [InlineData("$1,200 for the ER", "$1,200 for the E R")]
    [InlineData("the $1234567.00 bill", "the $1234567.00 bill")]
    [InlineData("my husband and/or me", "my husband or me")]
    [InlineData("w/ my husband", "with my husband")]
    [InlineData("Blue Cross & Blue Shield", "Blue Cross and Blue Shield")]
    [InlineData("sarah@example.com", "sarah at example dot com")]
    [InlineData("I\u2019m so\u2026 tired \u2014 really", "I'm so... tired, really")]
    [InlineData("*sighs* Fine.", "sighs Fine.")]
    [InlineData("Jos\u00E9 \U0001F600", "Jose")]
    [InlineData("No. I don't know.", "No. I don't know.")]
    [InlineData("No. 4, or #5", "number 4, or number 5")]
    [InlineData("morning/afternoon", "morning or afternoon")]
    public void Text_IsWrittenAsItIsSaid(string text, string said) => Assert.Equal(said, SpokenForm.Write(text));
}
