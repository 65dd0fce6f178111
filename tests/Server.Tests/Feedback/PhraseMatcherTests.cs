using RealtimeTraining.Models.Language;
using Xunit.Abstractions;

namespace RealtimeTraining.Server.Tests.Feedback;

public sealed class PhraseMatcherTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("may I have your date of birth?", "may i have your date of birth")]
    [InlineData("may I have your date of birth?", "um can i get your date of birth please")]
    [InlineData("may I have your date of birth?", "and could i have your uh date of berth")]
    [InlineData("may I have your date of birth?", "okay thanks maria and may i please have your date of birth so i can pull up your chart")]
    [InlineData("May I have your date of birth?", "Sure! May I have your date of birth, please?")]
    [InlineData("How can I help you today?", "how can i help you today")]
    [InlineData("How can I help you today?", "good morning this is lakeside clinic maria speaking how may i help you")]
    [InlineData("How can I help you today?", "how could i hell you today")]
    [InlineData("I'm sorry to hear that", "i am so sorry to hear that")]
    [InlineData("I'm sorry to hear that", "oh im sorry to here that misses reed")]
    [InlineData("I can hear how worried you are", "i can here how worry you are")]
    [InlineData("I can hear how worried you are", "i can really hear how worried you are about this")]
    [InlineData("Is there anything else I can help you with?", "is there anything else i can help you with today")]
    [InlineData("Is there anything else I can help you with?", "is there anything else i could do to help you with")]
    [InlineData("Is there anything else I can help you with?", "is their anything as i can help you with")]
    [InlineData("May I put you on a brief hold?", "can i put you on hold for a brief moment")]
    [InlineData("May I put you on a brief hold?", "would it be alright if i put you on a brief hold")]
    [InlineData("Let me read that back to you", "let me just read that back to you")]
    [InlineData("Let me read that back to you", "let me reed back to you")]
    [InlineData("I can help you with that", "don't worry i can help you with that")]
    [InlineData("I can help you with that", "no problem i can help you with that")]
    [InlineData("I can help you with that", "i couldn't find it at first but i can help you with that")]
    [InlineData("I can't help you", "sorry i cannot help you")]
    [InlineData("There's nothing I can do", "well there is nothing i can do about it")]
    [InlineData("Tell me what happened", "why don't you tell me what happened")]
    [InlineData("Your appointment is on March 14th", "your appoint ment is on march fourteenth")]
    [InlineData("Thank you for calling Lakeside Clinic", "thanks for calling lake side clinic")]
    [InlineData("My name is [your name]", "hi my name is tom")]
    [InlineData("I will call you back by four o'clock", "i'll call you back by 4 o'clock")]
    [InlineData("You need to calm down", "ma'am you need to calm down")]
    [InlineData("Take your time", "no rush take your time")]
    [InlineData("Thank you for your patience", "thank you so much for your patients")]
    public void What_says_the_phrase_is_found(string phrase, string said)
    {
        var match = new PhraseMatcher(phrase).Match(SpokenLine.Of(said));
        output.WriteLine($"{match.Likeness:0.00} [{match.Quote}]");
        Assert.True(match.Said, $"{match.Likeness:0.00}");
        Assert.Contains(match.Quote, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I can help you", "i can't help you")]
    [InlineData("I can help you", "i cannot help you")]
    [InlineData("I can help you with that", "i'm afraid i can not help you with that")]
    [InlineData("I can help you with that", "i am not able to help you with that")]
    [InlineData("I can help you with that", "nobody can help you with that")]
    [InlineData("I can't help you", "i can help you")]
    [InlineData("There's nothing I can do", "is there anything i can do for you")]
    [InlineData("There's nothing I can do", "there is something i can do")]
    [InlineData("I understand how you feel", "i don't understand how you feel")]
    [InlineData("I'm sorry to hear that", "i'm not sorry to hear that")]
    [InlineData("May I have your date of birth?", "may i have your phone number")]
    [InlineData("May I have your date of birth?", "what is the date of your appointment")]
    [InlineData("May I have your date of birth?", "can i have your name please")]
    [InlineData("How can I help you today?", "can you help me find the bill")]
    [InlineData("How can I help you today?", "how are you today")]
    [InlineData("Is there anything else I can help you with?", "how can i help you")]
    [InlineData("Is there anything else I can help you with?", "is there someone else i can talk to")]
    [InlineData("May I put you on a brief hold?", "may i put you down for tuesday")]
    [InlineData("May I put you on a brief hold?", "hold on")]
    [InlineData("Let me read that back to you", "let me get back to you")]
    [InlineData("Thank you for calling Lakeside Clinic", "thank you")]
    [InlineData("Thank you for calling Lakeside Clinic", "thank you for waiting")]
    [InlineData("You need to calm down", "you need to come down to the office")]
    [InlineData("You need to calm down", "you do not need to calm down")]
    [InlineData("I will call you back by four o'clock", "i will call you back by five o'clock")]
    [InlineData("Your appointment is on March 14th", "your appointment is on march 4th")]
    [InlineData("I can hear how worried you are", "how are you")]
    [InlineData("Take your time", "what time")]
    [InlineData("Take your time", "this will take some time")]
    [InlineData("That's our policy", "that is your policy number")]
    [InlineData("And your mother's date of birth?", "and your date of birth")]
    [InlineData("You should be fine.", "that's fine")]
    [InlineData("You should be fine.", "you're ok")]
    [InlineData("I'm sure it's fine.", "to make sure that things are ok")]
    [InlineData("that wasn't me", "that's not the letter")]
    [InlineData("there's nothing to it", "there is no fee")]
    [InlineData("i can't discuss results", "i can't see the result")]
    [InlineData("I can help you", "")]
    [InlineData("I can help you", "um uh")]
    public void What_says_something_else_is_not(string phrase, string said)
    {
        var match = new PhraseMatcher(phrase).Match(SpokenLine.Of(said));
        output.WriteLine($"{match.Likeness:0.00} [{match.Quote}]");
        Assert.False(match.Said, $"{match.Likeness:0.00} [{match.Quote}]");
    }

    [Fact]
    public void A_variant_counts_as_the_phrase_and_is_named()
    {
        var matcher = new PhraseMatcher("May I have your date of birth?", ["when were you born", "what's your birthday"]);
        var match = matcher.Match(SpokenLine.Of("and when were you born"));
        Assert.True(match.Said);
        Assert.Equal(1, match.Variant);
        Assert.Equal("when were you born", match.Quote);
    }

    [Fact]
    public void The_best_stretch_of_a_long_line_is_quoted_as_it_was_typed()
    {
        var typed = "OK, let me look. Hmm - I’m SO sorry to hear that, Mrs. Reed; we'll sort it out. Is Tuesday good?";
        var match = new PhraseMatcher("I'm sorry to hear that").Match(SpokenLine.Of(typed));
        Assert.Equal("I’m SO sorry to hear that", match.Quote);
    }

    [Fact]
    public void A_line_is_normalised_as_a_recogniser_writes_it()
    {
        foreach (var text in new[] { "", "  ", "Hi!", "I’m 'quoted' here.", "a'b ''c", "14th—of March", "x\u200fy émile", "'tis" })
        {
            Assert.Equal(SpokenText.Normalise(text), SpokenLine.Of(text).Normalised);
        }
    }
}
