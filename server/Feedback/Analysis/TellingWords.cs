using System.Text.RegularExpressions;
using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Server.Feedback;

/// <summary>
/// Which words of a line a model's finding rests on: the sentence, or some words where there is no punctuation, that shows it
/// most by itself. So that what a model finds can be quoted too.
/// </summary>
internal static class TellingWords
{
    private const int WordsAtOnce = 12;
    private const int Step = 6;
    private const int MostParts = 24;

    /// <param name="shows">How much a text shows it by itself, 0-1.</param>
    /// <param name="words">Words that must be in it, where there are such.</param>
    public static string Of(SpokenLine line, Func<string, float> shows, Regex? words = null)
    {
        var (best, quote) = (float.NegativeInfinity, line.Quote(0, line.WordCount - 1));
        var parts = Parts(line);
        foreach (var (first, last) in parts.Count > 1 ? parts : [])
        {
            var part = line.Quote(first, last);
            var much = shows(part) + (words is null || words.IsMatch(SpokenText.Normalise(part)) ? 1 : 0);
            (best, quote) = much > best ? (much, part) : (best, quote);
        }
        return quote;
    }

    /// <summary>Sentences; of long ones, and of lines without punctuation, stretches that overlap by half.</summary>
    private static List<(int First, int Last)> Parts(SpokenLine line)
    {
        var parts = new List<(int, int)>();
        for (var first = 0; first < line.WordCount && parts.Count < MostParts;)
        {
            var last = first;
            while (last + 1 < line.WordCount && last - first + 1 < WordsAtOnce && !Clauses.EndsBetween(line, last))
            {
                last++;
            }
            parts.Add((first, last));
            var isEnd = last + 1 == line.WordCount || Clauses.EndsBetween(line, last);
            first = isEnd ? last + 1 : first + Step;
        }
        return parts;
    }
}
