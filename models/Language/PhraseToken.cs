namespace RealtimeTraining.Models.Language;

/// <summary>A word as phrases are compared: a contraction is two of them, a filler none.</summary>
/// <param name="Kind">Words of one kind (hi, hello) stand for one another; empty for most.</param>
/// <param name="Weight">How much it says: 1 for a content word, little for "the".</param>
/// <param name="Letters">Which letters it has, one bit each, to rule out likeness quickly.</param>
/// <param name="Source">The word of the line it came from.</param>
internal sealed record PhraseToken(string Text, string Stem, string Kind, double Weight, bool Negates, bool IsNumber, uint Letters, int Source)
{
    public static PhraseToken Of(string text, int source, bool negates)
    {
        var number = Lexicons.Numbers.Value(text);
        if (number is not null)
        {
            return new PhraseToken(number, number, "", 1, false, true, 0, source);
        }
        var stem = WordStem.Of(text);
        return new PhraseToken(
            text, stem, Lexicons.WordKinds.Of(text, stem), Lexicons.WordWeights.Of(text), negates, false, LettersOf(text), source);
    }

    private static uint LettersOf(string text)
    {
        var letters = 0u;
        foreach (var c in text)
        {
            letters |= c is >= 'a' and <= 'z' ? 1u << (c - 'a') : 1u << 26;
        }
        return letters;
    }
}
