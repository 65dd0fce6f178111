using System.Globalization;
using System.Text;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Makes what a recogniser wrote down into a line that a patient can say: a capital, a full stop, nothing that a scenario refuses.</summary>
internal static class SpokenSentence
{
    /// <summary>A patient that speaks longer is not interrupted, only slept through.</summary>
    public const int MostCharacters = 300;

    /// <summary>Empty where nothing can be said.</summary>
    public static string Of(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            kept.Append(char.IsWhiteSpace(c) || char.IsControl(c) ? ' ' : IsSayable(c) ? c : ' ');
        }
        var words = string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (words.Length > MostCharacters)
        {
            words = words[..(words.LastIndexOf(' ', MostCharacters) is > 0 and var end ? end : MostCharacters)];
        }
        return words.Length == 0 ? "" : $"{char.ToUpperInvariant(words[0])}{words[1..]}{(char.IsLetterOrDigit(words[^1]) ? "." : "")}";
    }

    private static bool IsSayable(char c) =>
        c is not ('{' or '}' or '<' or '>' or '&') && !char.IsSurrogate(c)
        && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
