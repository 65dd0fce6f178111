using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Server.Patients.Hearing;

/// <summary>A question that names a day and an hour proposes them: "does Thursday at three forty work for you?"</summary>
public static class ProposedTime
{
    private static readonly HashSet<string> Days = new(StringComparer.Ordinal) { "today", "tonight", "tomorrow", "morning", "afternoon", "evening" };

    /// <summary>Who says this asks about a time, or about one that is past.</summary>
    private static readonly HashSet<string> NotProposed = new(StringComparer.Ordinal) { "when", "which", "why", "who", "was", "were", "did", "had", "yesterday", "last" };

    private static readonly string[][] Existing = [["your", "appointment"], ["the", "appointment"], ["what", "time"], ["what", "day"], ["how", "long"]];

    public static bool IsIn(string text)
    {
        var words = SpokenText.Words(text);
        if (words.Any(NotProposed.Contains) || Existing.Any(phrase => ActCues.Find(words, phrase) >= 0))
        {
            return false;
        }
        var numbers = SpokenNumbers.Find(words);
        var day = numbers.Any(number => number.Kind is NumberKind.Weekday or NumberKind.Month) || words.Any(Days.Contains);
        return day && numbers.Any(IsHour);

        bool IsHour(SpokenNumber number)
        {
            var (before, after) = (words.ElementAtOrDefault(number.First - 1), words.ElementAtOrDefault(number.First + number.Count));
            return number.Kind == NumberKind.Cardinal
                && (before is "at" or "around" or "about" or "say" || (before is not null && Days.Contains(before))
                    || numbers.Any(other => other.Kind == NumberKind.Weekday && other.First == number.First - 1)
                    || after is "o'clock" or "oclock" or "am" or "pm");
        }
    }
}
