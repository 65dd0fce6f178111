using RealtimeTraining.Models.Language.Lexicons;

namespace RealtimeTraining.Models.Language;

/// <summary>A light stem: irregular forms by table, the common endings by rule. Good enough to compare, not to show.</summary>
public static class WordStem
{
    /// <param name="word">Lower case, without punctuation.</param>
    public static string Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (WordKinds.Lemma(word) is { } lemma)
        {
            return lemma;
        }
        if (word.Length <= 3)
        {
            return word;
        }
        if (word.EndsWith("ies", StringComparison.Ordinal))
        {
            return word[..^3] + "y";
        }
        if (word.EndsWith("ing", StringComparison.Ordinal) && word.Length > 5)
        {
            return Undouble(word[..^3]);
        }
        if (word.EndsWith("ed", StringComparison.Ordinal) && word.Length > 4)
        {
            return Undouble(word[..^2]);
        }
        if (word.EndsWith("ly", StringComparison.Ordinal) && word.Length > 5)
        {
            return word[..^2];
        }
        if (word.EndsWith('s') && word[^2] is not ('s' or 'u' or 'i'))
        {
            word = word.EndsWith("es", StringComparison.Ordinal) && word[^3] is 's' or 'x' or 'h' ? word[..^2] : word[..^1];
        }
        return WithoutE(word);
    }

    private static string Undouble(string stem) =>
        WithoutE(stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's') ? stem[..^1] : stem);

    private static string WithoutE(string word) => word.Length > 3 && word[^1] == 'e' ? word[..^1] : word;
}
