using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Finds when the words of a corrected line were said: those that were there keep their times, new ones share the time between them. Pure.</summary>
public static class WordTimes
{
    /// <param name="before">The words with their times; may be none.</param>
    /// <param name="startMs">Where the corrected line begins; no word lies outside of it.</param>
    /// <returns>One for each word of the text, in order, without overlaps.</returns>
    public static IReadOnlyList<SpokenWord> Of(string text, IReadOnlyList<SpokenWord> before, int startMs, int endMs)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var same = Alike(words, before);
        var timed = new List<SpokenWord>();
        for (var i = 0; i < words.Length;)
        {
            if (same[i] is { } known)
            {
                timed.Add(new SpokenWord(words[i++], Math.Clamp(known.StartMs, startMs, endMs), Math.Clamp(known.EndMs, startMs, endMs)));
                continue;
            }
            var next = i;
            while (next < words.Length && same[next] is null)
            {
                next++;
            }
            var from = timed.Count > 0 ? timed[^1].EndMs : startMs;
            var to = Math.Max(from, next < words.Length ? Math.Clamp(same[next]!.StartMs, startMs, endMs) : endMs);
            timed.AddRange(Enumerable.Range(0, next - i).Select(k => new SpokenWord(
                words[i + k], from + (to - from) * k / (next - i), from + (to - from) * (k + 1) / (next - i))));
            i = next;
        }
        return timed;
    }

    /// <summary>The longest common subsequence of both (Wagner and Fischer 1974): for each word the one that it was before, or null.</summary>
    private static SpokenWord?[] Alike(string[] words, IReadOnlyList<SpokenWord> before)
    {
        var length = new int[words.Length + 1, before.Count + 1];
        for (var i = words.Length - 1; i >= 0; i--)
        {
            for (var k = before.Count - 1; k >= 0; k--)
            {
                length[i, k] = Same(words[i], before[k]) ? length[i + 1, k + 1] + 1 : Math.Max(length[i + 1, k], length[i, k + 1]);
            }
        }
        var same = new SpokenWord?[words.Length];
        for (int i = 0, k = 0; i < words.Length && k < before.Count;)
        {
            if (Same(words[i], before[k]))
            {
                same[i++] = before[k++];
            }
            else if (length[i + 1, k] >= length[i, k + 1])
            {
                i++;
            }
            else
            {
                k++;
            }
        }
        return same;
    }

    private static bool Same(string word, SpokenWord before) =>
        string.Equals(word.Trim('.', ',', '?', '!', '"'), before.Text.Trim('.', ',', '?', '!', '"'), StringComparison.OrdinalIgnoreCase);
}
