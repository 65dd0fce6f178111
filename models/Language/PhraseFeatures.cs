namespace RealtimeTraining.Models.Language;

/// <summary>
/// What a phrase looks like to a likeness or a classifier: words, word pairs and letter groups, each as a 64-bit hash
/// with a weight. The letter groups keep a misheard word close to the word that was said.
/// </summary>
public static class PhraseFeatures
{
    private const float WordWeight = 1f;
    private const float PairWeight = 0.7f;
    private const float LetterWeight = 0.28f;
    private const ulong Start = 0x5E5E_5E5E_5E5E_5E5E;

    /// <param name="words">Normalised words, contractions written out.</param>
    public static List<(ulong Id, float Weight)> Of(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var features = new List<(ulong, float)>(words.Count * 7);
        for (var i = 0; i < words.Count; i++)
        {
            features.AddRange(OfWord(words[i]));
            features.Add(OfPair(i == 0 ? null : words[i - 1], words[i]));
        }
        return features;
    }

    public static ulong WordId(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return Hash(Kind(word), 'w');
    }

    /// <summary>Of the word alone: itself and its letter groups.</summary>
    public static List<(ulong Id, float Weight)> OfWord(string word)
    {
        var features = new List<(ulong, float)>(8) { (WordId(word), WordWeight) };
        AddLetters(word, features);
        return features;
    }

    /// <summary>Of the word after another one, or at the start of a phrase when that is null.</summary>
    public static (ulong Id, float Weight) OfPair(string? before, string word) =>
        (Mix(before is null ? Start : WordId(before), WordId(word)), PairWeight);

    private static void AddLetters(string word, List<(ulong, float)> features)
    {
        if (word.Length < 4 || char.IsDigit(word[0]))
        {
            return;
        }
        var padded = $"<{word}>";
        for (var i = 0; i + 4 <= padded.Length; i++)
        {
            features.Add((Hash(padded.AsSpan(i, 4), 'c'), LetterWeight));
        }
    }

    /// <summary>Every number, weekday and month counts as one word each: which one it is does not change what is being done.</summary>
    private static string Kind(string word) =>
        word.Length > 0 && char.IsDigit(word[0]) && word != "911" ? "<number>"
        : SpokenNumbers.IsMonth(word) ? "<month>"
        : SpokenNumbers.IsWeekday(word) ? "<weekday>"
        : SpokenNumbers.IsNumberWord(word) ? "<number>"
        : word;

    private static ulong Mix(ulong a, ulong b) => unchecked((a * 0x9E37_79B9_7F4A_7C15) ^ (b + 0x1234_5678_9ABC_DEF1));

    private static ulong Hash(ReadOnlySpan<char> text, char kind)
    {
        var hash = unchecked(0xCBF2_9CE4_8422_2325 ^ kind);
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * 0x0000_0100_0000_01B3);
        }
        return hash;
    }
}
