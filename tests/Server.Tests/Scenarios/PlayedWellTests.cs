using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Patients.Hearing;
using RealtimeTraining.Server.Patients.Mind;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Scenarios;

/// <summary>
/// Calls played well, in other words than the author's (Calls/*.txt, one of the trainee's turns a line): everything that
/// the patient must have can be reached, at the level the scenario was written for, and nothing in it breaks a rule.
/// </summary>
public sealed class PlayedWellTests
{
    [Theory]
    [MemberData(nameof(BuiltIn.Ids), MemberType = typeof(BuiltIn))]
    public void ReachesEverythingRequiredAndBreaksNoRule(string id)
    {
        var scenario = BuiltIn.Get(id);
        var events = Play(scenario);

        var met = events.OfType<GoalMet>().Select(goal => goal.GoalId).ToList();
        Assert.Empty(scenario.Goals.Where(goal => goal.Required).Select(goal => goal.Id).Except(met));
        Assert.Empty(events.OfType<BlockerRaised>().Select(blocker => blocker.BlockerId));
    }

    [Theory]
    [MemberData(nameof(BuiltIn.Ids), MemberType = typeof(BuiltIn))]
    public void FindsOutWhoCalls(string id)
    {
        var scenario = BuiltIn.Get(id);
        var revealed = Play(scenario).OfType<FactRevealed>().Select(fact => fact.FactId);

        Assert.Empty(scenario.Facts.Where(fact => fact.Identity).Select(fact => fact.Id).Except(revealed));
    }

    private static List<CallEvent> Play(Scenario scenario)
    {
        var mind = new PatientMindFactory(new ExampleUnderstanding()).Create(scenario, scenario.Difficulty, seed: 7, addedPhrasings: []);
        var events = new List<CallEvent>(mind.Open().Events);
        var turns = File.ReadAllLines(Checkout.Path("tests", "Server.Tests", "Scenarios", "Calls", scenario.Id + ".txt"));
        for (var i = 0; i < turns.Length; i++)
        {
            events.AddRange(mind.Hear(new HeardTurn((2 * i) + 1, SpokenText.Normalise(turns[i]), Confidence: 1, InterruptedPatient: false)).Events);
        }
        return events;
    }
}
