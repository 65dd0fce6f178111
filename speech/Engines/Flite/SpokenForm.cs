using System.Text;
using System.Text.RegularExpressions;

namespace RealtimeTraining.Speech.Engines.Flite;

/// <summary>Writes out what flite would misread: titles, money, dates, phone numbers, typographic characters.</summary>
internal static partial class SpokenForm
{
    public static string Write(string text)
    {
        var result = Spaces().Replace(Ascii(text), " ");
        return result.Trim();
    }

    private static string Ascii(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            result.Append(c switch
            {
                '\u2018' or '\u2019' => "'",
                '\u201C' or '\u201D' => "\"",
                '\u2013' or '\u2014' => ", ",
                '\u2026' => "... ",
                '\u00B0' => " degrees ",
                '\u00A0' => " ",
                < ' ' or '*' or '_' or '~' or '`' => " ",
                > '~' => Fold(c),
                _ => c.ToString(),
            });
        }
        return result.ToString();
    }

    /// <summary>The letter without its accent; characters that are no letters are silent.</summary>
    private static string Fold(char c)
    {
        var first = c.ToString().Normalize(NormalizationForm.FormD)[0];
        return char.IsAscii(first) ? first.ToString() : " ";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
