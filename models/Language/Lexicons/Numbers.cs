using System.Collections.Frozen;
using System.Globalization;

namespace RealtimeTraining.Models.Language.Lexicons;

/// <summary>Number words and ordinals as figures.</summary>
internal static class Numbers
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] Ordinals =
    [
        "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
        "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ];

    private static readonly FrozenDictionary<string, string> Words = All().ToFrozenDictionary();

    /// <summary>The figures of a number word or a numeral ("fourteenth", "14th", "14"), or null. "One" is too often a pronoun.</summary>
    public static string? Value(string word)
    {
        if (Words.TryGetValue(word, out var figures))
        {
            return figures;
        }
        if (!char.IsAsciiDigit(word[0]))
        {
            return null;
        }
        var end = word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" ? word.Length - 2 : word.Length;
        return word.AsSpan(0, end).IndexOfAnyExceptInRange('0', '9') < 0 ? word[..end] : null;
    }

    /// <summary>20 to 90 followed by 1 to 9 is one number; null when they are two.</summary>
    public static string? Join(string tens, string unit) =>
        tens.Length == 2 && tens[1] == '0' && tens[0] >= '2' && unit.Length == 1 && unit != "0" ? $"{tens[0]}{unit}" : null;

    private static IEnumerable<KeyValuePair<string, string>> All()
    {
        for (var i = 0; i < Small.Length; i++)
        {
            if (i != 1)
            {
                yield return new(Small[i], Figures(i));
            }
        }
        for (var i = 0; i < Tens.Length; i++)
        {
            yield return new(Tens[i], Figures(20 + 10 * i));
            yield return new(Tens[i][..^1] + "ieth", Figures(20 + 10 * i));
        }
        for (var i = 0; i < Ordinals.Length; i++)
        {
            yield return new(Ordinals[i], Figures(i + 3));
        }
    }

    private static string Figures(int value) => value.ToString(CultureInfo.InvariantCulture);
}
