using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>The better sentence: the scenario's own where it has one, else one that fits.</summary>
internal static class BetterWords
{
    public static IdealAnswer? Ideal(CallStory story, string to) =>
        story.Scenario.IdealAnswers.FirstOrDefault(a => string.Equals(a.To, to, StringComparison.Ordinal));

    public static string ForFeeling(FeelingKind kind) => kind switch
    {
        FeelingKind.Worry => "I can hear how worried you are. Let's find out together what we can do today.",
        FeelingKind.Frustration => "I'm sorry about that. That must be frustrating. Let me see what I can do about it right now.",
        FeelingKind.Sadness => "I'm so sorry. That sounds really hard. I'm here to help.",
        FeelingKind.Pain => "I'm sorry you're in pain. Let me help you with that first.",
        _ => "I can see why that is confusing. Let me go through it with you.",
    };

    public static string ForPhase(CallStory story, ScriptPhase phase) =>
        Ideal(story, phase.Id)?.Say
        ?? (phase.Part == FlowPart.Greeting ? Ideal(story, "opening")?.Say : null)
        ?? phase.KeyPhrases.FirstOrDefault(p => !story.Script.Used.ContainsKey((phase.Id, p.Id)))?.Phrase
        ?? phase.KeyPhrases[0].Phrase;

    public static string ForGoal(CallStory story, Goal goal) =>
        Ideal(story, goal.Id)?.Say
        ?? goal.MetBy.SelectMany(m => m.Phrases).FirstOrDefault()
        ?? "Let me tell you what I can do about that, and by when.";

    public static string ForFact(CallStory story, Fact fact) =>
        Ideal(story, fact.Id)?.Say ?? (fact.Asked.Count > 0 ? fact.Asked[0] : null) ?? $"Can you tell me about the {Humanised(fact.Topic)}?";

    /// <summary>"dateOfBirth" is "date of birth".</summary>
    public static string Humanised(string id)
    {
        var words = new System.Text.StringBuilder(id.Length + 4);
        foreach (var c in id)
        {
            if (char.IsUpper(c) || c is '-' or '_')
            {
                words.Append(' ');
            }
            if (c is not ('-' or '_'))
            {
                words.Append(char.ToLowerInvariant(c));
            }
        }
        return words.ToString().Trim();
    }
}
