using System.Text.RegularExpressions;

namespace RealtimeTraining.Server.Reviews;

/// <summary>A word of a line with the digits that it stands for, if any: "four" 4, "oh" 0, "555" 555, "forty" 40.</summary>
internal sealed partial record LineToken(string Text, string Lower, int Start, int End, string? Digits)
{
    private static readonly Dictionary<string, string> Spoken = new(StringComparer.Ordinal)
    {
        ["zero"] = "0", ["oh"] = "0", ["o"] = "0", ["nought"] = "0", ["one"] = "1", ["two"] = "2", ["three"] = "3", ["four"] = "4", ["five"] = "5",
        ["six"] = "6", ["seven"] = "7", ["eight"] = "8", ["nine"] = "9", ["niner"] = "9", ["ten"] = "10", ["eleven"] = "11", ["twelve"] = "12",
        ["thirteen"] = "13", ["fourteen"] = "14", ["fifteen"] = "15", ["sixteen"] = "16", ["seventeen"] = "17", ["eighteen"] = "18",
        ["nineteen"] = "19", ["twenty"] = "20", ["thirty"] = "30", ["forty"] = "40", ["fifty"] = "50", ["sixty"] = "60", ["seventy"] = "70",
        ["eighty"] = "80", ["ninety"] = "90",
    };

    /// <summary>A word that begins with a capital somewhere else than at the beginning of a sentence.</summary>
    public bool IsCapital => char.IsUpper(Text[0]);

    /// <summary>"a", "b": as in a spelled name or number.</summary>
    public bool IsLetter => Lower.Length == 1 && char.IsAsciiLetterLower(Lower[0]);

    public bool IsTens => Digits is { Length: 2 } && Digits[1] == '0' && Digits != "10" && !char.IsAsciiDigit(Text[0]);

    public static IReadOnlyList<LineToken> Of(string text) =>
        [.. Words().Matches(text).Select(match => Make(match.Value, match.Index))];

    private static LineToken Make(string word, int at)
    {
        var lower = word.ToLowerInvariant();
        var digits = lower.All(char.IsAsciiDigit) ? lower : Spoken.GetValueOrDefault(lower);
        return new LineToken(word, lower, at, at + word.Length, digits);
    }

    [GeneratedRegex(@"[\p{L}]+(?:['’][\p{L}]+)*|\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
