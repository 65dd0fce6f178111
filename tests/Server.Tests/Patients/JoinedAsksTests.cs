using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Patients.Hearing;
using RealtimeTraining.Server.Patients.Mind;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Tests.Scenarios;

namespace RealtimeTraining.Server.Tests.Patients;

public sealed class JoinedAsksTests
{
    [Theory]
    [InlineData("may i have your full name and date of birth please", "name", "dateOfBirth")]
    [InlineData("i am so sorry to hear that may i have your full name and date of birth please", "name", "dateOfBirth")]
    [InlineData("can you give me your phone number and your address", "phone", "address")]
    [InlineData("could i get your date of birth and a phone number", "dateOfBirth", "phone")]
    public void TwoThingsAskedInOneBreath_AreBothHeard(string said, string first, string second)
    {
        var heard = new ExampleUnderstanding().Understand(said, new UnderstandingContext(BuiltIn.Get("visit-before-a-trip"), null, []));

        var asked = heard.Acts.Where(act => act.Act == TraineeAct.Ask).Select(act => act.Topic);
        Assert.Equal([first, second], asked);
    }

    [Theory]
    [InlineData("when did the pain start and how bad is it")]
    [InlineData("what is your name")]
    public void OtherQuestions_KeepAtMostTheTopicsTheyName(string said)
    {
        var heard = new ExampleUnderstanding().Understand(said, new UnderstandingContext(BuiltIn.Get("visit-before-a-trip"), null, []));

        var asked = heard.Acts.Where(act => act.Act == TraineeAct.Ask).Select(act => act.Topic).ToList();
        Assert.Equal(asked.Distinct(), asked);
    }

    [Fact]
    public void NameAndDateOfBirthTogether_AreBothTold()
    {
        var mind = new PatientMindFactory(new ExampleUnderstanding()).Create(BuiltIn.Get("visit-before-a-trip"), Difficulty.Beginner, seed: 7, addedPhrasings: []);
        mind.Open();

        var decision = mind.Hear(new HeardTurn(2, "may i have your full name and date of birth please", 1, false));

        var told = decision.Events.OfType<RealtimeTraining.Server.Calls.FactRevealed>().Select(fact => fact.FactId).ToList();
        var identity = BuiltIn.Get("visit-before-a-trip").Facts.Where(fact => fact.Identity && fact.Topic is "name" or "dateOfBirth").Select(fact => fact.Id);
        Assert.All(identity, id => Assert.Contains(id, told));
    }
}
