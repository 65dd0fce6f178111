namespace RealtimeTraining.Models.Language;

/// <summary>A number, month or weekday found in words.</summary>
/// <param name="Kind">What it was said as.</param>
/// <param name="Value">The number; 1-12 for a month, 1-7 (Monday is 1) for a weekday.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="Count">How many words it took.</param>
/// <param name="Said">As it was said.</param>
public readonly record struct SpokenNumber(NumberKind Kind, int Value, int First, int Count, string Said);

public enum NumberKind
{
    Cardinal,
    Ordinal,
    Month,
    Weekday,
}

/// <summary>Reads numbers as people say them: "nineteen sixty seven", "march fourteenth", "five five five two".</summary>
public static class SpokenNumbers
{
    private static readonly string[] Ones =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] OrdinalOnes =
        ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
         "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"];

    private static readonly string[] OrdinalTens =
        ["", "", "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"];

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private static readonly Dictionary<string, (NumberKind Kind, int Value)> Words = BuildWords();

    public static bool IsMonth(string word) => word != "may" && word != "march" && Array.IndexOf(Months, word) >= 0;

    public static bool IsWeekday(string word) => Array.IndexOf(Weekdays, word) >= 0;

    public static bool IsNumberWord(string word) =>
        word is not ("second" or "oh" or "o") && Words.TryGetValue(word, out var known) && known.Kind is NumberKind.Cardinal or NumberKind.Ordinal;

    /// <param name="words">Normalised words; digits ("14th", "555") are read too, digit groups longer than four digit by digit.</param>
    public static IReadOnlyList<SpokenNumber> Find(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var found = new List<SpokenNumber>();
        for (var i = 0; i < words.Count;)
        {
            var word = words[i];
            if (char.IsDigit(word[0]))
            {
                AddDigits(word, i, found);
                i++;
            }
            else if ((word == "may" && !MayIsMonth(words, i)) || (word is "oh" or "o" && !BesideDigits(words, i)))
            {
                i++;
            }
            else if (Words.TryGetValue(word, out var known))
            {
                var (value, kind, count) = Compose(words, i, known);
                found.Add(new SpokenNumber(kind, value, i, count, string.Join(' ', words.Skip(i).Take(count))));
                i += count;
            }
            else
            {
                i++;
            }
        }
        return found;
    }

    /// <summary>The digits that a run of spoken numbers writes: "nineteen sixty seven" is 1967, "five five two" is 552.</summary>
    public static string Digits(IEnumerable<SpokenNumber> numbers) =>
        string.Concat(numbers.Where(number => number.Kind == NumberKind.Cardinal).Select(number => number.Value.ToString()));

    private static (int Value, NumberKind Kind, int Count) Compose(IReadOnlyList<string> words, int i, (NumberKind Kind, int Value) known)
    {
        var (kind, value) = known;
        var count = 1;
        if (kind == NumberKind.Cardinal && value is >= 20 and < 100 && value % 10 == 0
            && i + 1 < words.Count && Words.TryGetValue(words[i + 1], out var next) && next.Value is > 0 and < 10
            && next.Kind is NumberKind.Cardinal or NumberKind.Ordinal)
        {
            (value, kind, count) = (value + next.Value, next.Kind, 2);
        }
        if (kind == NumberKind.Cardinal && value > 0 && i + count < words.Count && words[i + count] is "hundred" or "thousand")
        {
            value *= words[i + count] == "hundred" ? 100 : 1000;
            count++;
            var rest = i + count < words.Count && words[i + count] == "and" ? 1 : 0;
            if (i + count + rest < words.Count && Words.TryGetValue(words[i + count + rest], out var tail)
                && tail.Kind == NumberKind.Cardinal && tail.Value is > 0 and < 100)
            {
                var (more, moreKind, moreCount) = Compose(words, i + count + rest, tail);
                return (value + more, moreKind, count + rest + moreCount);
            }
        }
        return (value, kind, count);
    }

    private static bool MayIsMonth(IReadOnlyList<string> words, int i) =>
        (i + 1 < words.Count && (char.IsDigit(words[i + 1][0]) || IsNumberWord(words[i + 1])))
        || (i > 0 && words[i - 1] is "of" or "in" or "last" or "next");

    private static bool BesideDigits(IReadOnlyList<string> words, int i) =>
        (i > 0 && IsNumberWord(words[i - 1])) || (i + 1 < words.Count && IsNumberWord(words[i + 1]) && i > 0);

    private static void AddDigits(string word, int index, List<SpokenNumber> found)
    {
        var digits = new string(word.TakeWhile(char.IsDigit).ToArray());
        var ending = word[digits.Length..];
        if (ending is "st" or "nd" or "rd" or "th" && digits.Length <= 3)
        {
            found.Add(new SpokenNumber(NumberKind.Ordinal, int.Parse(digits), index, 1, word));
        }
        else if (digits.Length <= 4)
        {
            found.Add(new SpokenNumber(NumberKind.Cardinal, int.Parse(digits), index, 1, word));
        }
        else
        {
            foreach (var digit in digits)
            {
                found.Add(new SpokenNumber(NumberKind.Cardinal, digit - '0', index, 1, digit.ToString()));
            }
        }
    }

    private static Dictionary<string, (NumberKind, int)> BuildWords()
    {
        var words = new Dictionary<string, (NumberKind, int)>(StringComparer.Ordinal) { ["oh"] = (NumberKind.Cardinal, 0), ["o"] = (NumberKind.Cardinal, 0) };
        for (var i = 0; i < 20; i++)
        {
            words[Ones[i]] = (NumberKind.Cardinal, i);
            words[OrdinalOnes[i]] = (NumberKind.Ordinal, i);
        }
        for (var i = 2; i < 10; i++)
        {
            words[Tens[i]] = (NumberKind.Cardinal, i * 10);
            words[OrdinalTens[i]] = (NumberKind.Ordinal, i * 10);
        }
        for (var i = 0; i < 12; i++)
        {
            words[Months[i]] = (NumberKind.Month, i + 1);
        }
        for (var i = 0; i < 7; i++)
        {
            words[Weekdays[i]] = (NumberKind.Weekday, i + 1);
        }
        return words;
    }
}
