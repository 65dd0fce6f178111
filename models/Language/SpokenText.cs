using System.Text;
using System.Text.RegularExpressions;

namespace RealtimeTraining.Models.Language;

/// <summary>Text as a recogniser would write it: lower case, no punctuation, one space between words.</summary>
public static partial class SpokenText
{
    /// <summary>Lower-cases, drops punctuation except apostrophes inside words, and folds white space.</summary>
    public static string Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i] is '\u2019' or '\u2018' ? '\'' : text[i];
            var insideWord = c == '\'' && i > 0 && i + 1 < text.Length
                && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);
            if (char.IsLetterOrDigit(c) || insideWord)
            {
                result.Append(char.ToLowerInvariant(c));
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }
        return result.ToString().TrimEnd();
    }

    public static string[] Words(string text) =>
        Normalise(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What stands between two ends of sentences, with its marks. A title or an initial ends none.</summary>
    public static string[] Sentences(string text) => SentenceEnd().Split(text);

    [GeneratedRegex(@"(?<=[.?!])(?<!\b(?:Dr|Mr|Mrs|Ms|St|[A-Z])\.)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex SentenceEnd();
}
