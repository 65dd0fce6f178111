namespace RealtimeTraining.Speech.Language;

/// <summary>Numbers as they are said in American English.</summary>
public static class NumberWords
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly Dictionary<string, string> Ordinals = new(StringComparer.Ordinal)
    {
        ["one"] = "first", ["two"] = "second", ["three"] = "third", ["five"] = "fifth", ["eight"] = "eighth",
        ["nine"] = "ninth", ["twelve"] = "twelfth",
    };

    /// <summary>"one thousand two hundred five".</summary>
    /// <param name="number">0 to 999,999,999.</param>
    public static string Cardinal(int number)
    {
        if (number is < 0 or > 999_999_999)
        {
            throw new ArgumentOutOfRangeException(nameof(number), number, "Numbers from 0 to 999,999,999 are said.");
        }
        return number switch
        {
            < 20 => Small[number],
            < 100 => Join(Tens[number / 10], number % 10),
            < 1_000 => Join($"{Small[number / 100]} hundred", number % 100),
            < 1_000_000 => Join($"{Cardinal(number / 1_000)} thousand", number % 1_000),
            _ => Join($"{Cardinal(number / 1_000_000)} million", number % 1_000_000),
        };
    }

    /// <summary>"twenty second".</summary>
    public static string Ordinal(int number)
    {
        var words = Cardinal(number);
        var last = words[(words.LastIndexOf(' ') + 1)..];
        var head = words[..^last.Length];
        return head + (Ordinals.TryGetValue(last, out var irregular) ? irregular
            : last.EndsWith('y') ? $"{last[..^1]}ieth" : $"{last}th");
    }

    /// <summary>"nineteen eighty six", "two thousand five", "twenty twenty four".</summary>
    public static string Year(int year) => year switch
    {
        >= 1100 and < 2000 or >= 2010 and < 2100 when year % 100 == 0 => $"{Cardinal(year / 100)} hundred",
        >= 1100 and < 2000 or >= 2010 and < 2100 => $"{Cardinal(year / 100)} {(year % 100 < 10 ? "oh " : "")}{Cardinal(year % 100)}",
        _ => Cardinal(year),
    };

    /// <summary>One digit after the other: "five five five".</summary>
    public static string Digits(ReadOnlySpan<char> digits)
    {
        var words = new List<string>(digits.Length);
        foreach (var digit in digits)
        {
            if (char.IsAsciiDigit(digit))
            {
                words.Add(Small[digit - '0']);
            }
        }
        return string.Join(' ', words);
    }

    private static string Join(string head, int rest) => rest == 0 ? head : $"{head} {Cardinal(rest)}";
}
