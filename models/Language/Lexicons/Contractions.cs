using System.Collections.Frozen;

namespace RealtimeTraining.Models.Language.Lexicons;

/// <summary>"can't" is "can not", also where a recogniser left the apostrophe out.</summary>
internal static class Contractions
{
    private static readonly FrozenDictionary<string, string[]> Whole = new Dictionary<string, string[]>
    {
        ["can't"] = ["can", "not"], ["cant"] = ["can", "not"], ["cannot"] = ["can", "not"],
        ["won't"] = ["will", "not"], ["wont"] = ["will", "not"], ["shan't"] = ["shall", "not"], ["ain't"] = ["is", "not"],
        ["dont"] = ["do", "not"], ["didnt"] = ["did", "not"], ["doesnt"] = ["does", "not"], ["isnt"] = ["is", "not"],
        ["wasnt"] = ["was", "not"], ["arent"] = ["are", "not"], ["havent"] = ["have", "not"], ["hasnt"] = ["has", "not"],
        ["couldnt"] = ["could", "not"], ["wouldnt"] = ["would", "not"], ["shouldnt"] = ["should", "not"],
        ["im"] = ["i", "am"], ["ive"] = ["i", "have"], ["youre"] = ["you", "are"], ["youve"] = ["you", "have"],
        ["theyre"] = ["they", "are"], ["thats"] = ["that", "is"], ["whats"] = ["what", "is"], ["lets"] = ["let", "us"],
        ["let's"] = ["let", "us"], ["theres"] = ["there", "is"], ["youll"] = ["you", "will"],
        ["gonna"] = ["going", "to"], ["wanna"] = ["want", "to"], ["gotta"] = ["got", "to"], ["gimme"] = ["give", "me"],
        ["lemme"] = ["let", "me"], ["y'all"] = ["you", "all"], ["ma'am"] = ["madam"],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Endings = new Dictionary<string, string>
    {
        ["'m"] = "am", ["'re"] = "are", ["'ve"] = "have", ["'ll"] = "will", ["'d"] = "would",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> TakesIs = FrozenSet.Create(
        "it", "that", "what", "there", "here", "he", "she", "who", "how", "where", "when", "this", "everything", "nothing", "something");

    public static IReadOnlyList<string> Expand(string word)
    {
        if (Whole.TryGetValue(word, out var parts))
        {
            return parts;
        }
        var apostrophe = word.LastIndexOf('\'');
        if (apostrophe <= 0)
        {
            return [word];
        }
        if (word.EndsWith("n't", StringComparison.Ordinal))
        {
            return [word[..^3], "not"];
        }
        var (stem, ending) = (word[..apostrophe], word[apostrophe..]);
        if (Endings.TryGetValue(ending, out var verb))
        {
            return [stem, verb];
        }
        return ending != "'s" ? [word.Replace("'", "", StringComparison.Ordinal)] : TakesIs.Contains(stem) ? [stem, "is"] : [stem];
    }
}
