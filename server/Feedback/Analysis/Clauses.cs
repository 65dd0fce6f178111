using System.Buffers;
using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Server.Feedback;

/// <summary>Widens what was found to what can be read by itself: the sentence, or some words where there is no punctuation.</summary>
internal static class Clauses
{
    private const int MostWordsBefore = 6;
    private const int MostWordsAfter = 7;

    private static readonly SearchValues<char> Ends = SearchValues.Create(".?!;\n\u2026");

    /// <summary>From there to the end of the sentence.</summary>
    public static string From(SpokenLine line, int index, int length)
    {
        var (first, last) = line.WordsAt(index, length);
        return line.Quote(first, Last(line, last));
    }

    public static string Around(SpokenLine line, int index, int length)
    {
        var (first, last) = line.WordsAt(index, length);
        var begin = first;
        while (begin > 0 && first - begin < MostWordsBefore && !EndsBetween(line, begin - 1))
        {
            begin--;
        }
        return line.Quote(begin, Last(line, last));
    }

    private static int Last(SpokenLine line, int last)
    {
        var end = last;
        while (end + 1 < line.WordCount && end - last < MostWordsAfter && !EndsBetween(line, end))
        {
            end++;
        }
        return end;
    }

    public static bool EndsBetween(SpokenLine line, int word) => line.After(word).ContainsAny(Ends);
}
