using System.Text;

namespace RealtimeTraining.Server.Patients.Words;

/// <summary>
/// Text from outside as it may stand in a prompt: one line of letters, figures and the signs of speech. Nothing is left
/// that could close a part, open another, begin a line or pass for a control token of a model. Stateless.
/// </summary>
public static class PromptText
{
    private const string Signs = ".,?!'’%$;";

    public static string Plain(string text, int maxCharacters)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = new StringBuilder(Math.Min(text.Length, maxCharacters));
        for (var i = 0; i < text.Length && plain.Length < maxCharacters; i++)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c) || Signs.Contains(c) || (c == '-' && plain.Length > 0 && char.IsLetterOrDigit(plain[^1])))
            {
                plain.Append(c);
            }
            else if (c is ':' or '/' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]))
            {
                // "3:40", "3/14"; a colon after a word would make it a speaker.
                plain.Append(c);
            }
            else if (!char.IsSurrogate(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }
        return plain.ToString().Trim();
    }
}
