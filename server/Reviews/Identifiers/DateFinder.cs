using System.Text.RegularExpressions;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// Dates of birth: any date with a year of birth in it, and any date where a date of birth is spoken of. The day of an
/// appointment tells nobody who somebody is and stays.
/// </summary>
internal static partial class DateFinder
{
    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ];

    private static readonly string[] Ordinals =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
        "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "thirtieth",
    ];

    private static readonly string[] Between = ["of", "the", "and", "hundred", "thousand", "th", "st", "nd", "rd", "slash", "dash"];

    public static IEnumerable<IdentifierSpan> Find(LineContext line)
    {
        foreach (Match match in Written().Matches(line.Text))
        {
            yield return new IdentifierSpan(IdentifierKind.DateOfBirth, match.Index, match.Length);
        }
        var tokens = line.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            var end = i;
            while (end < tokens.Count && (IsPart(tokens[end]) || (end > i && Between.Contains(tokens[end].Lower) && end + 1 < tokens.Count && IsPart(tokens[end + 1]))))
            {
                end++;
            }
            if (end == i)
            {
                continue;
            }
            if (IsBirthday(line, i, end))
            {
                yield return new IdentifierSpan(IdentifierKind.DateOfBirth, tokens[i].Start, tokens[end - 1].End - tokens[i].Start);
            }
            i = end;
        }
    }

    private static bool IsPart(LineToken token) => token.Digits is { Length: <= 4 } || Months.Contains(token.Lower) || Ordinals.Contains(token.Lower);

    private static bool IsBirthday(LineContext line, int from, int to)
    {
        var part = line.Tokens.Skip(from).Take(to - from).ToList();
        var month = part.Any(token => Months.Contains(token.Lower) && (token.Lower != "may" || part.Count > 1));
        var cued = line.CueBefore(from, 12) == IdentifierKind.DateOfBirth;
        var digits = part.Sum(token => token.Digits?.Length ?? (Ordinals.Contains(token.Lower) ? 2 : 0));
        return (cued && (month || digits >= 3)) || (month && HasYearOfBirth(part));
    }

    /// <summary>"1971", "nineteen seventy one", "two thousand three".</summary>
    private static bool HasYearOfBirth(List<LineToken> part)
    {
        for (var i = 0; i < part.Count; i++)
        {
            if (part[i].Digits is { Length: 4 } year && string.CompareOrdinal(year, "1900") >= 0 && string.CompareOrdinal(year, "2020") <= 0)
            {
                return true;
            }
            if (part[i].Lower == "nineteen" && i + 1 < part.Count && (part[i + 1].Digits is { Length: 2 } or "0" || part[i + 1].Lower == "hundred"))
            {
                return true;
            }
            if (part[i].Lower == "two" && i + 1 < part.Count && part[i + 1].Lower == "thousand")
            {
                return true;
            }
        }
        return false;
    }

    // 5/3/1971, 05-03-71, 1971-05-03: with a year, or three parts, it is no time of an appointment.
    [GeneratedRegex(@"\b(?:\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
