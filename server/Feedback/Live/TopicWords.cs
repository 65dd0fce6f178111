using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>What a wish is about, in two words at most: "the bill". Null where its topic names nothing.</summary>
internal static class TopicWords
{
    private const int MostWords = 2;

    /// <summary>Topics that are ways of asking rather than things.</summary>
    private static readonly string[] NotThings =
        ["when", "where", "who", "why", "how", "howBad", "howLong", "reason", "name", "other", "general", "understanding"];

    public static string? Of(Goal goal)
    {
        var topic = goal.MetBy.Select(m => m.Topic).FirstOrDefault(t => t is not null && !NotThings.Contains(t));
        var words = topic is null ? "" : BetterWords.Humanised(topic);
        return words.Length == 0 || words.Split(' ').Length > MostWords ? null : $"the {words}";
    }
}
