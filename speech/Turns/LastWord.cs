using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Turns;

namespace RealtimeTraining.Speech.Turns;

internal static class LastWord
{
    private const int Longest = 24;

    public static TurnWord KindOf(string words) => KindOf(Of(words));

    public static bool WantsMore(string words)
    {
        Span<char> plain = stackalloc char[Longest];
        return Plain(Of(words), plain) is > 0 and var length && TurnWords.WantsMore(FeatureHash.Of(plain[..length]));
    }

    /// <param name="word">One word, with or without marks around it.</param>
    public static TurnWord KindOf(ReadOnlySpan<char> word)
    {
        Span<char> plain = stackalloc char[Longest];
        var length = Plain(word, plain);
        return length == 0 ? TurnWord.None : char.IsDigit(plain[0]) ? TurnWord.Number : TurnWords.KindOf(FeatureHash.Of(plain[..length]));
    }

    private static ReadOnlySpan<char> Of(string words)
    {
        var end = words.AsSpan().TrimEnd();
        return end[(end.LastIndexOf(' ') + 1)..];
    }

    private static int Plain(ReadOnlySpan<char> word, Span<char> plain)
    {
        var length = 0;
        foreach (var c in word)
        {
            if (char.IsLetterOrDigit(c) && length < plain.Length)
            {
                plain[length++] = char.ToLowerInvariant(c);
            }
        }
        return length;
    }
}
