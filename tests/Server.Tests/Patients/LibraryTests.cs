using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Tests.Scenarios;
using Xunit.Abstractions;

namespace RealtimeTraining.Server.Tests.Patients;

/// <summary>The authored scenarios, each played by a trainee who says what an expert would.</summary>
public sealed class LibraryTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(BuiltIn.Ids), MemberType = typeof(BuiltIn))]
    public void PlayedWithCare_TheCallIsResolved(string id)
    {
        var scenario = BuiltIn.Get(id);
        var call = new Dialogue(scenario, Difficulty.Beginner);
        foreach (var line in Care(scenario))
        {
            if (call.IsOver)
            {
                break;
            }
            call.Say(line);
        }
        output.WriteLine(call.Render());
        Assert.Equal(call.Lines.Count(), call.Lines.Distinct().Count());
        var open = scenario.Goals.Where(goal => goal.Required && !call.Met(goal.Id)).Select(goal => goal.Id);
        Assert.True(!open.Any(), "open: " + string.Join(", ", open));
    }

    [Theory]
    [MemberData(nameof(BuiltIn.Ids), MemberType = typeof(BuiltIn))]
    public void EveryFactWithoutAGate_ComesOutWhenItIsAskedFor(string id)
    {
        var scenario = BuiltIn.Get(id);
        var asked = scenario.Facts.Where(fact => fact.Gate == Gate.Asked && fact.Asked.Count > 0).ToList();
        var missed = asked.Where(fact =>
        {
            var call = new Dialogue(scenario, Difficulty.Beginner);
            call.Say(fact.Asked[0]);
            var told = call.Revealed(fact.Id);
            if (!told)
            {
                output.WriteLine($"{fact.Id}:\n{call.Render()}");
            }
            return !told;
        }).Select(fact => fact.Id).ToList();
        Assert.True(missed.Count <= asked.Count / 10, string.Join(", ", missed));
    }

    [Fact]
    public void ATenMinuteCall_NeverRepeatsALine_AndEndsResolved()
    {
        var scenario = BuiltIn.Get("bill-for-a-free-checkup");
        var call = new Dialogue(scenario, Difficulty.Intermediate, seed: 3);
        string[] questions =
        [
            "what is your phone number", "and your address please", "could i get your email", "do you have any allergies", "which pharmacy do you use", "who is your doctor",
            "let me pull up your account", "one moment please", "thank you for holding", "i see the statement here", "what is your member id", "do you have a referral",
        ];
        var turns = 0;
        var care = Care(scenario).ToList();
        for (var i = 0; i < care.Count && !call.IsOver; i++)
        {
            call.Say(care[i]);
            turns++;
            if (i < questions.Length && !call.IsOver)
            {
                call.Say(questions[i]);
                turns++;
            }
        }
        output.WriteLine(call.Render());
        Assert.True(turns >= 40, $"{turns} turns");
        Assert.Equal(call.Lines.Count(), call.Lines.Distinct().Count());
        Assert.DoesNotContain(scenario.Goals, goal => goal.Required && !call.Met(goal.Id));
        Assert.Equal(PatientAct.GoodBye, call.Last.Act);
    }

    private static IEnumerable<string> Care(Scenario scenario)
    {
        yield return "good morning this is maria how can i help you today";
        foreach (var fact in scenario.Facts.Where(fact => fact.Identity))
        {
            yield return fact.Topic switch { "name" => "can i get your full name please", "dateOfBirth" => "and your date of birth please", _ => (fact.Asked is [var first, ..] ? first : $"what is your {fact.Topic}") };
        }
        yield return "i'm sorry you're going through this i understand how hard that is";
        foreach (var fact in scenario.Facts.Where(fact => !fact.Identity && fact.Needed))
        {
            yield return fact.Asked is [var first, ..] ? first : fact.Topic switch { "when" => "when did it start", "symptom" => "what symptoms do you have", _ => $"can you tell me about the {fact.Topic}" };
        }
        foreach (var round in new[] { 0, 1, 2 })
        {
            foreach (var goal in scenario.Goals)
            {
                if (goal.MetBy.SelectMany(by => by.Phrases).ElementAtOrDefault(round) is { } phrase)
                {
                    yield return phrase;
                    yield return "i understand how you feel the reason is that we want to get this right for you";
                    yield return "i can do that for you and i promise i will see to it";
                }
            }
        }
        yield return "is there anything else i can help you with";
        yield return "thank you for calling have a good day goodbye";
    }
}
