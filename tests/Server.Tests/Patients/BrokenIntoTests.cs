using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Patients.Hearing;
using RealtimeTraining.Server.Patients.Mind;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Tests.Scenarios;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Patients;

/// <summary>A patient that took a pause for the end, and hears the rest of the sentence after all.</summary>
public sealed class BrokenIntoTests
{
    private static readonly ExampleUnderstanding Understanding = new();

    public static TheoryData<string> Calls() => [.. TraineeLines.WithPauses.Keys];

    [Theory]
    [MemberData(nameof(Calls))]
    public void BothHalvesAreAnswered_AsIfThePatientHadNotBrokenIn(string id)
    {
        foreach (var (before, first, rest) in Halves(id))
        {
            var (unbroken, broken) = (Mind(id, before), Mind(id, before));
            var whole = unbroken.Hear(new HeardTurn(90, $"{first} {rest}", 1, InterruptedPatient: false));
            broken.Hear(new HeardTurn(88, first, 1, InterruptedPatient: false));
            broken.CutOff("");
            var joined = broken.Hear(new HeardTurn(90, rest, 1, InterruptedPatient: false) { Before = first });

            Assert.Equal(Shown(whole), Shown(joined));
            Assert.Equal(Shown(unbroken.Hear(new HeardTurn(92, "is there anything else i can help you with", 1, false))), Shown(broken.Hear(new HeardTurn(92, "is there anything else i can help you with", 1, false))));
        }
    }

    [Fact]
    public void WhatWasUnderstoodOfTheFirstHalf_IsNotToldAgain()
    {
        var mind = Mind("test-results-follow-up", []);
        mind.Hear(new HeardTurn(2, "i am so sorry that you had to wait", 1, false));
        mind.CutOff("");
        var joined = mind.Hear(new HeardTurn(4, "may i have your full name", 1, false) { Before = "i am so sorry that you had to wait" });

        Assert.Equal([TraineeAct.Ask], joined.Events.OfType<UtteranceUnderstood>().Single().Acts.Select(act => act.Act));
    }

    [Fact]
    public void AfterSomethingElseHappened_TheRestIsHeardAlone()
    {
        var (mind, alone) = (Mind("test-results-follow-up", []), Mind("test-results-follow-up", []));
        foreach (var one in new[] { mind, alone })
        {
            one.Hear(new HeardTurn(2, "one moment please", 1, false));
            one.HoldChanged(true, 0);
            one.HoldChanged(false, 4_000);
        }

        Assert.Equal(
            Shown(alone.Hear(new HeardTurn(4, "may i have your full name", 1, false))),
            Shown(mind.Hear(new HeardTurn(4, "may i have your full name", 1, false) { Before = "one moment please" })));
    }

    private static IEnumerable<(IReadOnlyList<string> Before, string First, string Last)> Halves(string id)
    {
        var before = new List<string>();
        foreach (var line in TraineeLines.WithPauses[id])
        {
            var parts = PausedText.Parts(line).Select(part => SpokenText.Normalise(part.Text)).ToList();
            for (var first = 1; first < parts.Count; first++)
            {
                yield return ([.. before], string.Join(' ', parts.Take(first)), string.Join(' ', parts.Skip(first)));
            }
            before.Add(string.Join(' ', parts));
        }
    }

    private static PatientMind Mind(string id, IReadOnlyList<string> said)
    {
        var scenario = BuiltIn.Get(id);
        var mind = new PatientMind(scenario, scenario.Difficulty, 1, [], Understanding);
        mind.Open();
        foreach (var (line, number) in said.Select((line, i) => (line, 2 * (i + 1))))
        {
            mind.Hear(new HeardTurn(number, line, 1, InterruptedPatient: false));
        }
        return mind;
    }

    private static string Shown(PatientDecision decision) =>
        $"{decision.Key} {decision.Line} {decision.Mood} {string.Join('|', decision.Events.Where(happened => happened is not UtteranceUnderstood and not MoodChanged))}";
}
