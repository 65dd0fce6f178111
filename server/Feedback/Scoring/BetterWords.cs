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

    public static string ForOpening(CallStory story) =>
        Ideal(story, "opening")?.Say
        ?? story.Scenario.Script.Phases.Where(p => p.Part == FlowPart.Greeting).SelectMany(p => p.KeyPhrases).Select(p => p.Phrase).FirstOrDefault()
        ?? "Good morning, my name is [your name]. How can I help you?";

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
        Ideal(story, fact.Id)?.Say ?? (fact.Asked.Count > 0 ? Sentence(fact.Asked[0]) : null) ?? ForTopic(fact.Topic);

    private static string ForTopic(string topic) => topic switch
    {
        "name" => "May I have your full name, please?",
        "dateOfBirth" => "May I have your date of birth, please?",
        "phone" => "What is the best number to reach you?",
        "address" => "What is your address, please?",
        "email" => "Which email address may we use?",
        "insurance" => "Which insurance do you have, please?",
        "reason" => "What can I help you with today?",
        "symptom" => "Can you tell me what you have noticed?",
        "when" => "When did it start?",
        "howBad" => "How bad is it right now?",
        _ => $"Can you tell me about the {Humanised(topic)}?",
    };

    private static string Sentence(string text) =>
        $"{char.ToUpperInvariant(text[0])}{text[1..]}{(char.IsLetterOrDigit(text[^1]) ? "?" : "")}";

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
