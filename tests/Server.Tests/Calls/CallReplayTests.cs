using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Tests.Calls;

public sealed class CallReplayTests
{
    [Fact]
    public void SentenceThatThePatientBrokeInto_IsHeardAgainWithItsBeginning()
    {
        var mind = new ScriptedMind();
        CallReplay.Replay([.. BrokenInto(), new UtteranceUnderstood(5, [], 1), new PatientDecided(PatientAct.Answer, "test", "test") { Seq = 9 }], mind, new QuietCoach());

        Assert.Equal([null, "may i have your"], mind.Heard.Select(turn => turn.Before));
        Assert.Equal([""], mind.Cuts);
    }

    [Fact]
    public void SentenceThatWasNotAnswered_KeepsItsBeginning() =>
        Assert.Equal("may i have your", CallReplay.Unanswered(BrokenInto())?.Before);

    private static IReadOnlyList<CallEvent> BrokenInto() =>
    [
        .. new CallEvent[]
        {
            new CallAnswered(),
            new UtteranceSpoken(Party.Trainee, 3, "may i have your", 0, 900, false, 1, false),
            new UtteranceUnderstood(3, [], 1),
            new PatientDecided(PatientAct.Answer, "test", "test"),
            new UtteranceSpoken(Party.Patient, 4, "I am Denise.", 1_300, 2_300, false, 1, false),
            new UtteranceCutOff(4, "", 1_400),
            new UtteranceSpoken(Party.Trainee, 5, "full name", 1_380, 2_000, false, 1, false) { GoesOnFrom = 3 },
        }.Select((happened, i) => happened with { Seq = i + 1 }),
    ];
}
