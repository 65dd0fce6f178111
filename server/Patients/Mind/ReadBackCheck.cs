using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>Compares the numbers and dates in what the trainee says with those that the patient gave.</summary>
public static class ReadBackCheck
{
    public enum Verdict
    {
        None,
        Right,
        Wrong,
    }

    /// <param name="IsWhole">Everything is said again, not only the part that was wrong.</param>
    public readonly record struct Result(Verdict Verdict, Fact? Fact, string Right, string Wrong)
    {
        public static Result None => new(Verdict.None, null, "", "");
    }

    /// <param name="given">Facts that came out, the latest first.</param>
    public static Result Check(string text, IEnumerable<Fact> given)
    {
        var words = SpokenText.Words(text);
        var said = words.Length == 0 ? [] : SpokenNumbers.Find(words);
        if (said.Count == 0)
        {
            return Result.None;
        }
        foreach (var fact in given.Where(fact => fact.ReadBack.Count > 0))
        {
            var results = fact.ReadBack.Select(form => Compare(said, SpokenNumbers.Find(SpokenText.Words(form)))).ToList();
            if (results.Exists(result => result.Verdict == Verdict.Right))
            {
                return new Result(Verdict.Right, fact, "", "");
            }
            var wrong = results.FirstOrDefault(result => result.Verdict == Verdict.Wrong);
            if (wrong.Verdict == Verdict.Wrong)
            {
                return wrong with { Fact = fact };
            }
        }
        return Result.None;
    }

    private static Result Compare(IReadOnlyList<SpokenNumber> said, IReadOnlyList<SpokenNumber> right)
    {
        if (right.Count == 0)
        {
            return Result.None;
        }
        return right.Any(number => number.Kind is NumberKind.Month or NumberKind.Ordinal)
            ? CompareDates(said, right)
            : CompareDigits(SpokenNumbers.Digits(said), SpokenNumbers.Digits(right), right);
    }

    private static Result CompareDates(IReadOnlyList<SpokenNumber> said, IReadOnlyList<SpokenNumber> right)
    {
        // A date is being read back when it has a month and a day, or half of the right one in it.
        var (month, day, year) = Date(said);
        var (rightMonth, rightDay, rightYear) = Date(right);
        var equal = (month is not null && month.Value.Value == rightMonth?.Value ? 1 : 0)
            + (day is not null && day.Value.Value == rightDay?.Value ? 1 : 0) + (year is not null && year == rightYear ? 1 : 0);
        var parts = (month is null ? 0 : 1) + (day is null ? 0 : 1) + (year is null || rightYear is null ? 0 : 1);
        if (parts < 2 || equal == 0)
        {
            return Result.None;
        }
        if (equal == parts)
        {
            return new Result(Verdict.Right, null, "", "");
        }
        return day is not null && rightDay is not null && day.Value.Value != rightDay.Value.Value ? new Result(Verdict.Wrong, null, Ordinal(rightDay.Value), Ordinal(day.Value))
            : month is not null && rightMonth is not null && month.Value.Value != rightMonth.Value.Value
                ? new Result(Verdict.Wrong, null, Capital(rightMonth.Value.Said), Capital(month.Value.Said))
                : year is not null && rightYear is not null && year != rightYear ? new Result(Verdict.Wrong, null, Year(right), Year(said)) : Result.None;
    }

    private static (SpokenNumber? Month, SpokenNumber? Day, string? Year) Date(IReadOnlyList<SpokenNumber> numbers)
    {
        SpokenNumber? month = null;
        SpokenNumber? day = null;
        var rest = new List<SpokenNumber>();
        foreach (var number in numbers)
        {
            if (number.Kind == NumberKind.Month && month is null)
            {
                month = number;
            }
            else if (number.Kind != NumberKind.Weekday && day is null && (number.Kind == NumberKind.Ordinal || (month is not null && number.Value is > 0 and <= 31)))
            {
                day = number;
            }
            else if (number.Kind == NumberKind.Cardinal)
            {
                rest.Add(number);
            }
        }
        var digits = SpokenNumbers.Digits(rest);
        return (month, day, digits.Length >= 2 ? digits[^2..] : null);
    }

    private static Result CompareDigits(string said, string right, IReadOnlyList<SpokenNumber> rightNumbers)
    {
        if (right.Length < 4 || said.Length < right.Length - 1 || said.Length > right.Length + 2)
        {
            return Result.None;
        }
        if (said.Contains(right, StringComparison.Ordinal))
        {
            return new Result(Verdict.Right, null, "", "");
        }
        var same = said.Zip(right).Count(pair => pair.First == pair.Second);
        if (same * 2 < right.Length)
        {
            return Result.None;
        }
        var at = Enumerable.Range(0, Math.Min(said.Length, right.Length)).FirstOrDefault(i => said[i] != right[i], Math.Min(said.Length, right.Length) - 1);
        var from = Math.Max(0, Math.Min(at - 1, right.Length - 3));
        return new Result(Verdict.Wrong, null, Spoken(right, from), Spoken(said, from));
    }

    private static string Spoken(string digits, int from)
    {
        string[] names = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
        return string.Join(", ", digits.Skip(from).Take(3).Select(digit => names[digit - '0']));
    }

    private static string Ordinal(SpokenNumber number)
    {
        string[] ones =
            ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
             "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"];
        return number.Value switch
        {
            <= 20 and > 0 => ones[number.Value],
            < 30 and > 20 => "twenty-" + ones[number.Value - 20],
            30 => "thirtieth",
            31 => "thirty-first",
            _ => number.Said,
        };
    }

    private static string Year(IReadOnlyList<SpokenNumber> numbers) =>
        string.Join(' ', numbers.Where(number => number.Kind == NumberKind.Cardinal).Select(number => number.Said).TakeLast(2));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
