using RealtimeTraining.Server.Patients.Hearing;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Tests.Scenarios;

namespace RealtimeTraining.Server.Tests.Patients;

public sealed class ProposedTimeTests
{
    [Theory]
    [InlineData("does thursday at three forty work for you")]
    [InlineData("what about thursday at three forty")]
    [InlineData("can you make it tomorrow at nine")]
    [InlineData("how does wednesday the twenty second at ten twenty sound")]
    [InlineData("are you free on monday at two o'clock")]
    [InlineData("could you come in friday at eight fifteen")]
    public void QuestionWithADayAndAnHour_ProposesThem(string text) => Assert.True(ProposedTime.IsIn(text));

    [Theory]
    [InlineData("what time on thursday would be best")]
    [InlineData("when on thursday do you leave at")]
    [InlineData("is your appointment on thursday at three")]
    [InlineData("were you here on thursday at three")]
    [InlineData("are you free thursday afternoon")]
    [InlineData("how about three forty")]
    [InlineData("do you have two children on thursday")]
    [InlineData("")]
    public void OtherQuestions_DoNot(string text) => Assert.False(ProposedTime.IsIn(text));

    [Theory]
    [InlineData("does thursday at three forty work for you")]
    [InlineData("what about thursday at three forty")]
    [InlineData("can you make it on thursday at three forty")]
    [InlineData("i have thursday at three forty with nina lin")]
    public void PatientWhoWaitsForATime_TakesIt(string proposal)
    {
        var scenario = BuiltIn.Get("visit-before-a-trip");
        var call = new Dialogue(scenario, Difficulty.Beginner).SayAll("may i have your full name and date of birth", "when do you travel", proposal);

        Assert.True(call.Met("seenBeforeTrip"), call.Render());
    }
}
