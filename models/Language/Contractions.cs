namespace RealtimeTraining.Models.Language;

/// <summary>Writes short forms out, so that "what's", "whats" and "what is" look alike to what comes after.</summary>
public static class Contractions
{
    private static readonly Dictionary<string, string[]> Whole = new(StringComparer.Ordinal)
    {
        ["can't"] = ["can", "not"], ["cant"] = ["can", "not"], ["cannot"] = ["can", "not"],
        ["won't"] = ["will", "not"], ["wont"] = ["will", "not"],
        ["dob"] = ["date", "of", "birth"], ["birthdate"] = ["birth", "date"], ["dr"] = ["doctor"],
        ["mrs"] = ["missus"], ["ok"] = ["okay"], ["e"] = ["e"], ["gonna"] = ["going", "to"], ["wanna"] = ["want", "to"],
        ["gotta"] = ["have", "to"], ["lemme"] = ["let", "me"], ["gimme"] = ["give", "me"], ["ya"] = ["you"], ["y'all"] = ["you"],
        ["im"] = ["i", "am"], ["ive"] = ["i", "have"], ["ill"] = ["i", "will"], ["id"] = ["id"],
        ["whats"] = ["what", "is"], ["wheres"] = ["where", "is"], ["whos"] = ["who", "is"], ["hows"] = ["how", "is"],
        ["thats"] = ["that", "is"], ["lets"] = ["let", "us"], ["let's"] = ["let", "us"], ["theres"] = ["there", "is"],
        ["dont"] = ["do", "not"], ["didnt"] = ["did", "not"], ["doesnt"] = ["does", "not"], ["isnt"] = ["is", "not"],
        ["youre"] = ["you", "are"], ["youve"] = ["you", "have"], ["youll"] = ["you", "will"],
        ["shouldnt"] = ["should", "not"], ["couldnt"] = ["could", "not"], ["wouldnt"] = ["would", "not"], ["wasnt"] = ["was", "not"],
        ["email"] = ["email"], ["nine-one-one"] = ["911"],
    };

    private static readonly (string End, string Word)[] Ends =
        [("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would"), ("'m", "am")];

    private static readonly HashSet<string> IsAfter = new(StringComparer.Ordinal)
        { "what", "where", "who", "how", "that", "it", "he", "she", "there", "here", "when", "name" };

    /// <summary>The word or words that <paramref name="word"/> (normalised) stands for.</summary>
    public static IReadOnlyList<string> Expand(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (Whole.TryGetValue(word, out var words))
        {
            return words;
        }
        var apostrophe = word.LastIndexOf('\'');
        if (apostrophe <= 0)
        {
            return [word];
        }
        foreach (var (end, full) in Ends)
        {
            if (word.EndsWith(end, StringComparison.Ordinal) && word.Length > end.Length)
            {
                return [word[..^end.Length], full];
            }
        }
        if (word.EndsWith("'s", StringComparison.Ordinal))
        {
            var stem = word[..^2];
            return IsAfter.Contains(stem) ? [stem, "is"] : [stem, "'s"];
        }
        return [word.Replace("'", "", StringComparison.Ordinal)];
    }
}
