using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Server.Patients.Hearing;

/// <summary>Finds the time that was promised, in the trainee's words: "ten minutes", "by tomorrow", "five o'clock".</summary>
public static class PromisedTime
{
    private static readonly HashSet<string> Units = new(StringComparer.Ordinal)
        { "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months" };

    private static readonly string[] Named =
        ["end of the day", "end of day", "end of the week", "this afternoon", "this morning", "this evening", "right away", "first thing tomorrow", "tomorrow morning", "tomorrow afternoon",
         "tomorrow", "tonight", "today", "next week", "a moment", "a minute", "a few minutes", "a couple of minutes", "a second", "an hour", "half an hour", "the hour"];

    private static readonly string[][] NamedWords = [.. Named.Select(text => text.Split(' '))];

    public static string? Find(string text)
    {
        var words = SpokenText.Words(text);
        var numbers = words.Length == 0 ? [] : SpokenNumbers.Find(words);
        foreach (var number in numbers)
        {
            var after = number.First + number.Count;
            if (number.Kind == NumberKind.Cardinal && after < words.Length && (Units.Contains(words[after]) || words[after] is "o'clock" or "oclock"))
            {
                var clock = words[after].EndsWith("clock", StringComparison.Ordinal);
                return clock ? $"{number.Said} o'clock" : $"{number.Said} {words[after]}";
            }
        }
        foreach (var named in NamedWords)
        {
            if (ActCues.Find(words, named) >= 0)
            {
                return string.Join(' ', named);
            }
        }
        var weekday = numbers.FirstOrDefault(number => number.Kind == NumberKind.Weekday);
        return weekday.Said is null or "" ? null : TraineeName.Capital(weekday.Said);
    }
}
