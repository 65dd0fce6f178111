using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Speech.Turns;

/// <summary>A date is whole once its year is said: "march fourteenth nineteen sixty seven".</summary>
internal static class SpokenYear
{
    /// <param name="askedFor">What the patient asked for, or null.</param>
    public static bool EndsDate(string words, string? askedFor)
    {
        var said = SpokenText.Words(words);
        var isDate = askedFor?.Contains("birth", StringComparison.OrdinalIgnoreCase) == true || said.Any(SpokenNumbers.IsMonth);
        return isDate && EndsInYear(said);
    }

    private static bool EndsInYear(string[] words)
    {
        var numbers = SpokenNumbers.Find(words);
        if (numbers.Count == 0 || numbers[^1] is not { Kind: NumberKind.Cardinal } last || last.First + last.Count != words.Length)
        {
            return false;
        }
        return last.Value is >= 1900 and < 2100
            || (numbers.Count > 1 && numbers[^2] is { Kind: NumberKind.Cardinal, Value: 19 or 20 } century
                && century.First + century.Count == last.First && last.Value is >= 10 and <= 99);
    }
}
