namespace RealtimeTraining.Speech.Engines.PocketSphinx;

/// <summary>The decoder's words as people write them: no noises, no silence, no numbers of pronunciations.</summary>
internal static class SphinxWords
{
    /// <summary>Null for what is not a word: &lt;s&gt;, &lt;sil&gt;, [NOISE], ++breath++.</summary>
    public static string? Clean(string? word)
    {
        if (string.IsNullOrEmpty(word) || word[0] is '<' or '[' or '+')
        {
            return null;
        }
        var variant = word.IndexOf('(', StringComparison.Ordinal);
        return variant > 0 ? word[..variant] : word;
    }

    public static string Join(string? hypothesis) => string.Join(' ',
        (hypothesis ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Clean).Where(word => word is not null));
}
