namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>
/// Loops that a decoder fell into ("I need to I need to I need to I need to"). People repeat themselves too, mostly
/// single words and digits, so only what nobody says is taken for a loop.
/// </summary>
internal static class Repetitions
{
    private const int LongestPhrase = 12;

    /// <summary>What is said this often on end is a loop; of a single word ("no no no", "five five five five") more is believed.</summary>
    private const int PhraseLimit = 4;
    private const int WordLimit = 7;

    /// <summary>Each loop once.</summary>
    public static IReadOnlyList<RecognizedWord> Collapse(IReadOnlyList<RecognizedWord> words)
    {
        var kept = new List<RecognizedWord>(words.Count);
        for (var i = 0; i < words.Count;)
        {
            var (length, times) = LoopAt(words, i);
            kept.AddRange(words.Skip(i).Take(length));
            i += length * times;
        }
        return kept.Count == words.Count ? words : kept;
    }

    private static (int Length, int Times) LoopAt(IReadOnlyList<RecognizedWord> words, int at)
    {
        for (var length = 1; length <= LongestPhrase && at + 2 * length <= words.Count; length++)
        {
            var times = 1;
            while (Same(words, at, at + times * length, length))
            {
                times++;
            }
            if (times >= (length == 1 ? WordLimit : PhraseLimit))
            {
                return (length, times);
            }
        }
        return (1, 1);
    }

    private static bool Same(IReadOnlyList<RecognizedWord> words, int a, int b, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (b + i >= words.Count || words[a + i].Text != words[b + i].Text)
            {
                return false;
            }
        }
        return true;
    }
}
