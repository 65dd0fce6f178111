using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Patients.Hearing;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Tests.Patients;

/// <summary>What polite people say in every call must not be taken for something else.</summary>
public sealed class EverydayWordsTests
{
    private static readonly ExampleUnderstanding Understanding = new();

    [Theory]
    [InlineData("oh you're welcome", TraineeAct.Tell, null)]
    [InlineData("it was my pleasure", TraineeAct.Tell, null)]
    [InlineData("please take your time", TraineeAct.Tell, null)]
    [InlineData("no rush at all", TraineeAct.Tell, null)]
    [InlineData("please don't worry about that", TraineeAct.Tell, null)]
    [InlineData("first i need to verify your identity", TraineeAct.Tell, null)]
    [InlineData("do you mind holding for a second", TraineeAct.Hold, null)]
    [InlineData("would you mind holding for a minute", TraineeAct.Hold, null)]
    [InlineData("hang tight for me", TraineeAct.Hold, null)]
    [InlineData("i can only imagine how that feels", TraineeAct.AcknowledgeFeeling, null)]
    [InlineData("we will get that taken care of for you", TraineeAct.Offer, null)]
    [InlineData("i need to ask somebody about that", TraineeAct.Offer, null)]
    [InlineData("you'll just have to wait", TraineeAct.Refuse, null)]
    [InlineData("and how do you spell that please", TraineeAct.Ask, "name")]
    [InlineData("is this for yourself or for someone else", TraineeAct.Ask, "name")]
    [InlineData("are you calling about yourself", TraineeAct.Ask, "name")]
    [InlineData("would that be all right with you", TraineeAct.Ask, "consent")]
    public void WhatIsSaidInEveryCall_IsUnderstood(string text, TraineeAct act, string? topic)
    {
        var acts = Understanding.Understand(text, new UnderstandingContext(TestScenario.Headaches, null, [])).Acts;
        Assert.Equal([(act, topic)], acts.Select(understood => (understood.Act, understood.Topic)));
    }

    [Fact]
    public void WhoSaysMoreThanACourtesy_IsUnderstoodByTheRest()
    {
        var acts = Understanding.Understand("take your time and could you give me your date of birth please", new UnderstandingContext(TestScenario.Headaches, null, [])).Acts;
        Assert.Contains(acts, understood => understood is { Act: TraineeAct.Ask, Topic: "dateOfBirth" });
    }
}
