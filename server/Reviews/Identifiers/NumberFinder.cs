using System.Text.RegularExpressions;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// Numbers that name somebody: telephone, record, insurance and card, in digits or spoken digit by digit. What kind one is
/// tell the words before it, and otherwise its length. Prices, times, doses and years stay.
/// </summary>
internal static partial class NumberFinder
{
    /// <summary>Fewer digits name nobody by themselves.</summary>
    private const int Fewest = 5;

    /// <summary>Where a number is spoken of: "the last four of your social".</summary>
    private const int FewestCued = 3;

    private static readonly string[] Units =
    [
        "dollars", "dollar", "cents", "bucks", "percent", "milligrams", "milligram", "mg", "ml", "grams", "units", "hours", "hour", "minutes", "minute",
        "days", "day", "weeks", "week", "months", "month", "years", "year", "pounds", "feet", "miles", "am", "pm", "o'clock", "times", "people", "thirty",
    ];

    private static readonly string[] Within = ["dash", "hyphen", "space", "slash", "area", "code", "extension", "ext"];

    private static readonly string[] Repeats = ["double", "triple"];

    private static readonly string[] Letters = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet", "kilo", "lima", "mike", "november", "oscar", "papa", "quebec", "romeo", "sierra", "tango", "uniform", "victor", "whiskey", "yankee", "zulu"];

    public static IEnumerable<IdentifierSpan> Find(LineContext line)
    {
        foreach (Match match in Written().Matches(line.Text))
        {
            var index = line.Tokens.TakeWhile(token => token.Start < match.Index).Count();
            var digits = match.Value.Count(char.IsAsciiDigit);
            if (digits >= 7 || (digits >= Fewest && match.Value.Any(char.IsAsciiLetter)))
            {
                yield return new IdentifierSpan(KindOf(line, index, digits), match.Index, match.Length);
            }
        }
        var tokens = line.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            var end = EndOfRun(tokens, i, out var digits, out var parts);
            if (end == i)
            {
                continue;
            }
            if (Names(line, i, end, digits, parts))
            {
                yield return new IdentifierSpan(KindOf(line, i, digits), tokens[i].Start, tokens[end - 1].End - tokens[i].Start);
            }
            i = end - 1;
        }
    }

    /// <summary>Digits, and between them what joins them: "five five five dash", "double two", "b as in boy".</summary>
    private static int EndOfRun(IReadOnlyList<LineToken> tokens, int from, out int digits, out int parts)
    {
        (digits, parts) = (0, 0);
        var end = from;
        for (var i = from; i < tokens.Count;)
        {
            if (tokens[i].Digits is { } some)
            {
                // "Forty two" is two digits, not three.
                digits += i > from && tokens[i - 1].IsTens && some.Length == 1 ? 0 : some.Length;
                parts++;
                end = ++i;
            }
            else if (Repeats.Contains(tokens[i].Lower) && i + 1 < tokens.Count && tokens[i + 1].Digits is { Length: 1 })
            {
                digits += tokens[i].Lower == "double" ? 1 : 2;
                i++;
            }
            else if (parts > 0 && tokens[i].Lower is "hundred" or "thousand")
            {
                digits += 2;
                end = ++i;
            }
            else if (IsSpelled(tokens, i) && (parts > 0 || Follows(tokens, i)))
            {
                i += tokens.Count > i + 2 && tokens[i + 1].Lower == "as" ? 4 : 1;
                end = Math.Min(i, tokens.Count);
            }
            else if (parts > 0 && Within.Contains(tokens[i].Lower))
            {
                i++;
            }
            else
            {
                break;
            }
        }
        return digits == 0 ? from : end;
    }

    private static bool IsSpelled(IReadOnlyList<LineToken> tokens, int i) => (tokens[i].IsLetter && tokens[i].Lower is not ("a" or "i")) || Letters.Contains(tokens[i].Lower)
        || (tokens[i].IsLetter && i + 1 < tokens.Count && (tokens[i + 1].IsLetter || tokens[i + 1].Lower == "as" || tokens[i + 1].Digits is { Length: >= 1 }));

    /// <summary>Digits come within a few spelled letters: "w x two two".</summary>
    private static bool Follows(IReadOnlyList<LineToken> tokens, int i)
    {
        for (var next = i + 1; next < Math.Min(tokens.Count, i + 8); next++)
        {
            if (tokens[next].Digits is not null)
            {
                return true;
            }
            if (!IsSpelled(tokens, next) && tokens[next].Lower is not ("as" or "in") && tokens[next - 1].Lower != "in")
            {
                return false;
            }
        }
        return false;
    }

    private static bool Names(LineContext line, int from, int to, int digits, int parts)
    {
        var after = to < line.Tokens.Count ? line.Tokens[to].Lower : "";
        var before = from > 0 ? line.Text[..line.Tokens[from].Start].TrimEnd() : "";
        if (Units.Contains(after) || before.EndsWith('$') || before.EndsWith('£'))
        {
            return false;
        }
        var cued = line.CueBefore(from) is not null and not IdentifierKind.DateOfBirth;
        // A year or a round number is said in few words; a number that names somebody digit by digit.
        return digits >= 7 || (digits >= Fewest && (parts >= 4 || line.Tokens[from].Digits?.Length >= Fewest || cued)) || (digits >= FewestCued && cued && parts >= FewestCued)
            || (cued && digits >= 4 && line.Tokens[from].Digits is { Length: >= 4 });
    }

    private static IdentifierKind KindOf(LineContext line, int index, int digits) => line.CueBefore(index) switch
    {
        IdentifierKind.DateOfBirth or IdentifierKind.Email or null => digits switch
        {
            >= 13 => IdentifierKind.CardNumber,
            >= 7 and <= 11 => IdentifierKind.Phone,
            _ => IdentifierKind.RecordNumber,
        },
        var cue => cue.Value,
    };

    // (555) 010-1234, 4111 1111 1111 1111, MRN A12-34567: groups of digits and capitals, joined by a mark or a space.
    [GeneratedRegex(@"(?<![\w$£])(?:\+?\(?[A-Z]{0,4}-?\d[\dA-Z]*\)?(?:[ .()-]{1,2}[\dA-Z]*\d[\dA-Z]*)*)", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
