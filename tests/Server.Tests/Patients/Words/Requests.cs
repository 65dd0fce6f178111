using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Patients;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Tests.Scenarios;

namespace RealtimeTraining.Server.Tests.Patients.Words;

/// <summary>What a writer is asked, made from a fixture's line.</summary>
public static class Requests
{
    public static ReplyRequest Of(DecisionLine line, params CallEvent[] before)
    {
        var scenario = BuiltIn.Get(line.Scenario);
        var fact = line.Key.StartsWith("fact:", StringComparison.Ordinal) ? line.Key["fact:".Length..] : null;
        var told = fact is null ? line.Told : [.. line.Told, fact];
        var decision = new PatientDecision
        {
            Act = Enum.Parse<PatientAct>(line.Act, ignoreCase: true),
            Key = line.Key,
            Line = line.Line,
            Why = "",
            Mood = Enum.Parse<MoodLabel>(line.Mood, ignoreCase: true),
            Events = fact is null ? [] : [new FactRevealed(fact, 2)],
            MayReveal = told,
        };
        return new ReplyRequest(decision, scenario, [.. before, Heard(before.Length + 2, line.Heard)]);
    }

    public static UtteranceSpoken Heard(int utterance, string text) => new(Party.Trainee, utterance, text, 0, 0, Typed: true, 1, false);

    public static UtteranceSpoken Said(int utterance, string text) => new(Party.Patient, utterance, text, 0, 0, Typed: false, 1, false);

    /// <summary>A decision about nothing in particular that a model may word.</summary>
    public static ReplyRequest Plain(string line = "All right, I'll wait for that. What do you need from me?", MoodLabel mood = MoodLabel.Calm) =>
        Of(new DecisionLine { Scenario = "antacid-refill", Act = "acknowledge", Key = "generic:reactTell", Line = line, Mood = mood.ToString(), Heard = "one second please" });
}
