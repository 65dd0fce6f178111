using System.Globalization;
using System.Text.RegularExpressions;
using RealtimeTraining.Speech.Language;

namespace RealtimeTraining.Speech.Engines.PocketSphinx.Leaning;

/// <summary>Figures in a scenario's phrases as the recogniser will hear them.</summary>
internal static partial class SpokenNumbers
{
    public static string Write(string phrase) => Figures().Replace(phrase, match =>
    {
        var digits = match.Groups["digits"].Value;
        var value = digits.Length <= 4 ? int.Parse(digits, CultureInfo.InvariantCulture) : -1;
        return $" {(match.Groups["ordinal"].Success && value >= 0 ? NumberWords.Ordinal(value)
            : digits.Length == 4 && value is >= 1900 and < 2100 ? NumberWords.Year(value)
            : digits.Length <= 3 && digits[0] != '0' ? NumberWords.Cardinal(value)
            : NumberWords.Digits(digits))} ";
    });

    [GeneratedRegex(@"(?<digits>\d+)(?<ordinal>st|nd|rd|th)?", RegexOptions.IgnoreCase)]
    private static partial Regex Figures();
}
