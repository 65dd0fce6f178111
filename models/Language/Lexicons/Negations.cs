using System.Collections.Frozen;

namespace RealtimeTraining.Models.Language.Lexicons;

/// <summary>Which words turn a sentence into its opposite, and where the same words do not ("don't worry", "no problem").</summary>
internal static class Negations
{
    private static readonly FrozenSet<string> Always = FrozenSet.Create(
        "never", "nothing", "nobody", "none", "neither", "nor", "unable", "hardly", "impossible", "nowhere");

    private static readonly FrozenSet<string> HarmlessAfterNot = FrozenSet.Create(
        "worry", "hesitate", "forget", "mind", "only", "just", "at");

    /// <summary>"No, I can ..." answers; "no record" negates.</summary>
    private static readonly FrozenSet<string> HarmlessAfterNo = FrozenSet.Create(
        "problem", "problems", "worries", "worry", "rush", "trouble", "matter", "i", "you", "we", "it", "that", "this", "he", "she",
        "they", "no", "not", "okay", "ok", "please", "let", "of", "thank", "thanks", "yes", "sorry", "my", "your", "the", "do", "is");

    public static bool Negates(IReadOnlyList<(string Text, int Source)> words, int index)
    {
        var word = words[index].Text;
        var next = index + 1 < words.Count ? words[index + 1].Text : "";
        return word switch
        {
            "not" => !HarmlessAfterNot.Contains(next) && !IsSuggestion(words, index),
            "no" => next.Length > 0 && !HarmlessAfterNo.Contains(next),
            _ => Always.Contains(word),
        };
    }

    /// <summary>"Why don't you tell me what happened?" asks for it.</summary>
    private static bool IsSuggestion(IReadOnlyList<(string Text, int Source)> words, int index) =>
        index >= 2 && words[index - 1].Text is "do" or "did" && words[index - 2].Text == "why";
}
