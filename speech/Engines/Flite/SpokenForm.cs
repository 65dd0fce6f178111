using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RealtimeTraining.Speech.Language;

namespace RealtimeTraining.Speech.Engines.Flite;

/// <summary>
/// Writes out what flite misreads: it says "Nguyen" letter by letter, "911" as nine hundred eleven, "3/14/86" with
/// its slashes, "10mg" as em gee. What it reads well ("Dr.", "$45.50", "2:30", "March 14, 1986") is left alone.
/// </summary>
internal static partial class SpokenForm
{
    /// <summary>Words of the trade, and names that flite spells because they look unpronounceable to it.</summary>
    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Ms."] = "miz", ["Ms"] = "miz", ["mg"] = "milligrams", ["mcg"] = "micrograms", ["ml"] = "milliliters",
        ["lb"] = "pounds", ["lbs"] = "pounds", ["kg"] = "kilograms", ["oz"] = "ounces", ["hrs"] = "hours",
        ["mins"] = "minutes", ["appt"] = "appointment", ["appts"] = "appointments", ["DOB"] = "date of birth",
        ["D.O.B."] = "date of birth", ["vs"] = "versus", ["vs."] = "versus", ["w/"] = "with", ["w/o"] = "without",
        ["e.g."] = "for example", ["i.e."] = "that is", ["etc."] = "and so on", ["approx."] = "approximately",
        ["Tues."] = "Tuesday", ["Thurs."] = "Thursday", ["and/or"] = "or",
        ["Nguyen"] = "win", ["Ng"] = "ing", ["Tylenol"] = "tylenall",
    };

    /// <summary>Said letter by letter; flite would read some of them as words.</summary>
    private static readonly HashSet<string> Letters = new(StringComparer.Ordinal)
        { "ER", "ICU", "ID", "IV", "EKG", "ECG", "MRI", "CT", "UTI", "EOB", "GI", "OB", "PA", "NP", "RN", "PT" };

    public static string Write(string text)
    {
        var result = Ascii(text);
        result = Email().Replace(result, match => SpellEmail(match.Value));
        result = Emergency().Replace(result, "nine one one");
        result = SlashDate().Replace(result, Date);
        result = Phone().Replace(result, match => string.Join(", ",
            match.Groups["group"].Captures.Select(group => NumberWords.Digits(group.Value))) );
        result = BloodPressure().Replace(result, match =>
            $"{NumberWords.Cardinal(Number(match, "top"))} over {NumberWords.Cardinal(Number(match, "bottom"))}");
        result = Zip().Replace(result, match => match.Groups["before"].Value + NumberWords.Digits(match.Groups["digits"].Value));
        result = LongDigits().Replace(result, match => Grouped(match.Value));
        result = UnitAfterNumber().Replace(result, "$1 $2");
        result = Token().Replace(result, match => Word(match.Value));
        result = result.Replace(" & ", " and ", StringComparison.Ordinal);
        result = SlashBetweenWords().Replace(result, " or ");
        result = NumberSign().Replace(result, "number ");
        return SpaceBeforeMark().Replace(Spaces().Replace(result, " "), "$1").Trim();
    }

    private static string Word(string word) =>
        Words.TryGetValue(word, out var said) ? said
        : Letters.Contains(word) ? string.Join(' ', word.ToCharArray()).Replace("A", "eigh", StringComparison.Ordinal)
        : word;

    /// <summary>Month, day, year, as the United States write them; what is no such date is left alone.</summary>
    private static string Date(Match match)
    {
        var (month, day) = (Number(match, "month"), Number(match, "day"));
        if (month is < 1 or > 12 || day is < 1 or > 31)
        {
            return match.Value;
        }
        var year = match.Groups["year"].Value;
        return $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)} {NumberWords.Ordinal(day)}, "
            + (year.Length == 4 ? NumberWords.Year(Number(match, "year")) : NumberWords.Cardinal(Number(match, "year")));
    }

    /// <summary>Member ids and the like: digit by digit, with a breath after every third or fourth.</summary>
    private static string Grouped(string digits)
    {
        var size = digits.Length % 4 == 0 ? 4 : 3;
        return $" {string.Join(", ", digits.Chunk(size).Select(group => NumberWords.Digits(group)))} ";
    }

    private static string SpellEmail(string address) => address
        .Replace("@", " at ", StringComparison.Ordinal).Replace(".", " dot ", StringComparison.Ordinal)
        .Replace("-", " dash ", StringComparison.Ordinal);

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

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
                '\u00BD' => " and a half ",
                < ' ' or '*' or '_' or '~' or '`' or '\u00A0' => " ",
                > '~' => Fold(c),
                _ => c.ToString(),
            });
        }
        return result.ToString();
    }

    // The program runs without culture data, so that Unicode's own decomposition is not to be had.
    private const string Accented = "\u00C0\u00C1\u00C2\u00C3\u00C4\u00C5\u00C7\u00C8\u00C9\u00CA\u00CB\u00CC\u00CD\u00CE\u00CF\u00D1\u00D2\u00D3\u00D4\u00D5\u00D6\u00D8\u00D9\u00DA\u00DB\u00DC\u00DD";
    private const string Plain = "AAAAAACEEEEIIIINOOOOOOUUUUY";

    /// <summary>The letter without its accent; characters that are no letters are silent.</summary>
    private static string Fold(char c)
    {
        var at = Accented.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal);
        return at < 0 ? " " : char.IsLower(c) ? Plain[at..(at + 1)].ToLowerInvariant() : Plain[at..(at + 1)];
    }

    [GeneratedRegex(@"\b[\w.+-]+@[\w-]+(\.[\w-]+)+\b")]
    private static partial Regex Email();

    [GeneratedRegex(@"\b9-?1-?1\b(?![-\d])")]
    private static partial Regex Emergency();

    [GeneratedRegex(@"\b(?<month>\d{1,2})[/-](?<day>\d{1,2})[/-](?<year>\d{4}|\d{2})\b")]
    private static partial Regex SlashDate();

    [GeneratedRegex(@"(?<!\d)(?:\+?1[-. ])?\(?(?<group>\d{3})\)?[-. ]+(?<group>\d{3})[-. ](?<group>\d{4})\b|\b(?<group>\d{3})-(?<group>\d{4})\b")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b(?<top>[1-2]\d{2}|9\d)/(?<bottom>1[0-4]\d|[4-9]\d)\b")]
    private static partial Regex BloodPressure();

    [GeneratedRegex(@"(?<before>\bzip(?: code)?(?: is)? )(?<digits>\d{5})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Zip();

    [GeneratedRegex(@"(?<![\d$.,])\d{6,}(?![\d.,]\d)")]
    private static partial Regex LongDigits();

    [GeneratedRegex(@"(\d)(mg|mcg|ml|lbs?|kg|oz|hrs|mins)\b", RegexOptions.IgnoreCase)]
    private static partial Regex UnitAfterNumber();

    [GeneratedRegex(@"(?<![\w.])(?:[A-Za-z]\.(?:[A-Za-z]\.)+|[A-Za-z]+/o?(?![\w/])|(?:Ms|Tues|Thurs|vs|etc|approx)\.|and/or(?!/)|[A-Za-z]+)(?!\w)")]
    private static partial Regex Token();

    [GeneratedRegex(@"(?<=[A-Za-z])/(?=[A-Za-z])")]
    private static partial Regex SlashBetweenWords();

    // "No. 4", but not the answer "No."
    [GeneratedRegex(@"#\s*(?=\d)|\b[Nn]o\. (?=\d)")]
    private static partial Regex NumberSign();

    [GeneratedRegex(@"\s+([.,!?;:])")]
    private static partial Regex SpaceBeforeMark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
