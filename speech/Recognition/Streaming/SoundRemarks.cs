using System.Text.RegularExpressions;

namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>Takes out what the decoder writes about sounds that are not words: [BLANK_AUDIO], (upbeat music), *coughs*, ♪.</summary>
internal static partial class SoundRemarks
{
    public static List<RecognizedWord> Remove(List<RecognizedWord> written)
    {
        var remarks = Remark().Matches(string.Join(' ', written.Select(word => word.Text)));
        if (remarks.Count == 0)
        {
            return written;
        }
        var kept = new List<RecognizedWord>(written.Count);
        var at = 0;
        foreach (var word in written)
        {
            var start = at;
            var text = string.Concat(word.Text.Where((_, i) => !remarks.Any(remark => start + i >= remark.Index && start + i < remark.Index + remark.Length)));
            if (text.Length > 0)
            {
                kept.Add(word with { Text = text });
            }
            at += word.Text.Length + 1;
        }
        return kept;
    }

    // One that was cut off before its end goes to the end.
    [GeneratedRegex(@"\[[^\]]*(\]|$)|\([^)]*(\)|$)|\*[^*]*(\*|$)|<\|[^|]*(\|>|$)|♪[^♪]*(♪|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Remark();
}
