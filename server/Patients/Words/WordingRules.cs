using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Words;

/// <summary>Which decisions a model may word at all. The one place where that is said, with why. Stateless and thread-safe.</summary>
public static class WordingRules
{
    /// <summary>Fewer words than this gain nothing, and the model would only make the answer later.</summary>
    private const int WorthWording = 3;

    /// <summary>Why the authored line is to be said as it stands; null when a model may word it.</summary>
    public static string? StaysAuthored(PatientDecision decision, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(scenario);
        return decision.Line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length < WorthWording ? "short"
            : decision.EndsCall || decision.Act is PatientAct.HangUp or PatientAct.GoodBye ? "lastWords"
            : OfAct(decision.Act) ?? OfKey(decision.Key) ?? OfFacts(decision, scenario);
    }

    private static string? OfAct(PatientAct act) => act switch
    {
        // Nothing has been said that words could fit; the scene is the author's.
        PatientAct.Open => "opening",
        // What was not heard goes on where it broke off, in its own words.
        PatientAct.Resume or PatientAct.Repeat => "sameWords",
        // The right number against the wrong one: one slip makes the trainee's error the patient's.
        PatientAct.Correct => "exactValue",
        // The trainee is judged by whether the sign was heard, so it must be said as written.
        PatientAct.Worsen => "emergency",
        // Said into silence or over somebody: a moment later it is wrong.
        PatientAct.AnyoneThere or PatientAct.InterruptMonologue or PatientAct.Wait => "now",
        // A model understands what the mind did not, and would answer it.
        PatientAct.NotUnderstood => "notUnderstood",
        _ => null,
    };

    private static string? OfKey(string key) => key switch
    {
        "generic:resume" or "generic:repeat" => "sameWords",
        "generic:emergencyHandled" or "generic:denyEmergency" => "emergency",
        "generic:name" => "exactValue",
        _ => null,
    };

    private static string? OfFacts(PatientDecision decision, Scenario scenario)
    {
        var told = decision.Events.OfType<FactRevealed>().Select(revealed => revealed.FactId).ToHashSet(StringComparer.Ordinal);
        if (decision.Key.StartsWith("fact:", StringComparison.Ordinal))
        {
            told.Add(decision.Key["fact:".Length..]);
        }
        foreach (var fact in scenario.Facts.Where(fact => told.Contains(fact.Id)))
        {
            if (fact.Identity || fact.ReadBack.Count > 0)
            {
                // Names, dates and numbers are written down and read back, digit by digit.
                return "exactValue";
            }
            if (fact.Topic == "emergency" || scenario.Blockers.Any(blocker => blocker.Signs.Contains(fact.Id)))
            {
                return "emergency";
            }
        }
        return SpokenValues.Of(decision.Line).Runs.Any(run => run.Length >= 4) ? "exactValue" : null;
    }
}
