using System.Text;

namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>What a decoder is told before it hears: the scenario's names and drugs, and how the utterance began.</summary>
internal static class ScenarioPrompt
{
    /// <summary>The phrases as a list, as many as fit, each once.</summary>
    public static string Of(IReadOnlyList<string> phrases, int maxChars)
    {
        var prompt = new StringBuilder();
        foreach (var phrase in phrases.Select(phrase => phrase.ReplaceLineEndings(" ").Trim()).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (phrase.Length > 0 && prompt.Length + phrase.Length + 3 <= maxChars)
            {
                prompt.Append(prompt.Length == 0 ? "" : ", ").Append(phrase);
            }
        }
        return prompt.Length == 0 ? "" : prompt.Append('.').ToString();
    }

    /// <summary>With the last of the words that were cut away, so that the next part goes on from them.</summary>
    public static string GoOn(string prompt, IReadOnlyList<RecognizedWord> committed)
    {
        const int Words = 24;
        var before = string.Join(' ', committed.Skip(committed.Count - Words).Select(word => word.Text));
        return before.Length == 0 ? prompt : prompt.Length == 0 ? before : $"{prompt} {before}";
    }
}
