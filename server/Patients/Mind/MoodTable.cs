using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>
/// What moves every patient's mood. A scenario's row for the same trigger takes the place of the generic one; its row
/// about a topic counts before its row about anything.
/// </summary>
public static class MoodTable
{
    private static readonly Dictionary<MoodTrigger, MoodMove> Generic = new MoodMove[]
    {
        new() { When = MoodTrigger.Greeted, Trust = 0.02, Fading = 0 },
        new() { When = MoodTrigger.IntroducedSelf, Trust = 0.04, Patience = 0.02, Fading = 0 },
        new() { When = MoodTrigger.FeelingAcknowledged, Upset = -0.14, Anxiety = -0.08, Trust = 0.12, Patience = 0.06, Fading = 0.6 },
        new() { When = MoodTrigger.Apologised, Upset = -0.08, Trust = 0.05, Patience = 0.04, Fading = 0.45 },
        new() { When = MoodTrigger.Explained, Upset = -0.03, Anxiety = -0.07, Trust = 0.05, Fading = 0.6 },
        new() { When = MoodTrigger.Offered, Upset = -0.05, Anxiety = -0.05, Trust = 0.06, Patience = 0.03, Fading = 0.6 },
        new() { When = MoodTrigger.Promised, Anxiety = -0.06, Trust = 0.05, Fading = 0.4 },
        new() { When = MoodTrigger.GoalMet, Upset = -0.18, Anxiety = -0.15, Trust = 0.15, Patience = 0.15, Fading = 0.8 },
        new() { When = MoodTrigger.AnsweredQuestion, Upset = -0.03, Anxiety = -0.03, Trust = 0.05, Patience = 0.02, Fading = 0.7 },
        new() { When = MoodTrigger.CheckedUnderstanding, Upset = -0.03, Trust = 0.06, Patience = 0.01, Fading = 0.6 },
        new() { When = MoodTrigger.AskedPolitely, Trust = 0.015, Fading = 0.7 },
        new() { When = MoodTrigger.AskedAgain, Upset = 0.05, Patience = -0.08, Fading = 1 },
        new() { When = MoodTrigger.Interrupted, Upset = 0.06, Trust = -0.03, Patience = -0.07, Fading = 1 },
        new() { When = MoodTrigger.PutOnHold, Upset = 0.03, Patience = -0.07, Fading = 1 },
        new() { When = MoodTrigger.Transferred, Upset = 0.12, Trust = -0.1, Patience = -0.14, Fading = 1 },
        new() { When = MoodTrigger.Refused, Upset = 0.1, Anxiety = 0.04, Trust = -0.07, Patience = -0.07, Fading = 0.9 },
        new() { When = MoodTrigger.Blamed, Upset = 0.16, Trust = -0.15, Patience = -0.12, Fading = 0.9 },
        new() { When = MoodTrigger.Ordered, Upset = 0.12, Trust = -0.1, Patience = -0.1, Fading = 0.9 },
        new() { When = MoodTrigger.PhraseAvoided, Upset = 0.07, Trust = -0.06, Patience = -0.05, Fading = 0.9 },
        new() { When = MoodTrigger.Ignored, Upset = 0.05, Anxiety = 0.03, Trust = -0.04, Patience = -0.06, Fading = 1 },
        new() { When = MoodTrigger.NotUnderstood, Upset = 0.02, Patience = -0.05, Fading = 1 },
        new() { When = MoodTrigger.Silence, Anxiety = 0.04, Patience = -0.08, Fading = 1 },
        new() { When = MoodTrigger.Monologue, Upset = 0.03, Patience = -0.08, Fading = 1 },
        new() { When = MoodTrigger.Rude, Upset = 0.22, Trust = -0.2, Patience = -0.22, Fading = 1 },
        new() { When = MoodTrigger.WrongReadBack, Trust = -0.03, Patience = -0.04, Fading = 1 },
        new() { When = MoodTrigger.PromiseRepeated, Upset = 0.03, Trust = -0.05, Patience = -0.04, Fading = 1 },
    }.ToDictionary(move => move.When);

    public static MoodMove For(Scenario scenario, MoodTrigger trigger, string? about) =>
        scenario.Moves.FirstOrDefault(move => move.When == trigger && move.About is not null && move.About == about)
        ?? scenario.Moves.FirstOrDefault(move => move.When == trigger && move.About is null)
        ?? Generic[trigger];

    /// <summary>In plain words, for the trainee.</summary>
    public static string Because(MoodTrigger trigger, string pronoun)
    {
        var (her, she) = pronoun switch { "she" => ("her", "she"), "he" => ("him", "he"), _ => ("them", "they") };
        var whose = pronoun switch { "she" => "her", "he" => "his", _ => "their" };
        return trigger switch
        {
            MoodTrigger.Greeted => $"You greeted {her}.",
            MoodTrigger.IntroducedSelf => "You said who you are.",
            MoodTrigger.FeelingAcknowledged => $"You acknowledged how it is for {her}.",
            MoodTrigger.Apologised => "You apologised.",
            MoodTrigger.Explained => "You explained why.",
            MoodTrigger.Offered => "You offered something.",
            MoodTrigger.Promised => $"You told {her} what will happen.",
            MoodTrigger.GoalMet => $"You gave {her} what {she} called for.",
            MoodTrigger.AnsweredQuestion => $"You answered {whose} question.",
            MoodTrigger.CheckedUnderstanding => "You checked that you had it right.",
            MoodTrigger.AskedPolitely => "You asked politely.",
            MoodTrigger.AskedAgain => $"You asked {her} something {she} had already told you.",
            MoodTrigger.Interrupted => $"You spoke over {her}.",
            MoodTrigger.PutOnHold => $"You put {her} on hold.",
            MoodTrigger.Transferred => $"You wanted to pass {her} on.",
            MoodTrigger.Refused => $"You refused {her} something.",
            MoodTrigger.Blamed => $"You put the blame on {her}.",
            MoodTrigger.Ordered => $"You gave {her} an order.",
            MoodTrigger.PhraseAvoided => "You used a phrase that puts people off.",
            MoodTrigger.Ignored => $"You passed over what {she} had said.",
            MoodTrigger.NotUnderstood => $"{char.ToUpperInvariant(she[0])}{she[1..]} could not make out what you said.",
            MoodTrigger.Silence => $"You left {her} in silence.",
            MoodTrigger.Monologue => $"You talked for long without letting {her} in.",
            MoodTrigger.Rude => $"You were rude to {her}.",
            MoodTrigger.WrongReadBack => $"You read back something {she} had not said.",
            MoodTrigger.PromiseRepeated => "You promised again what had not come yet.",
            _ => trigger.ToString(),
        };
    }
}
