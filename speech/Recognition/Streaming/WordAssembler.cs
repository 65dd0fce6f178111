namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>Puts tokens together to written words ("Metformin," from " Met", "form", "in", ",").</summary>
internal static class WordAssembler
{
    /// <summary>Words as they are written. A word's probability is the geometric mean of its tokens'.</summary>
    public static List<RecognizedWord> Assemble(IReadOnlyList<DecodedToken> tokens)
    {
        var words = new List<RecognizedWord>();
        var (first, text) = (0, "");
        for (var i = 0; i <= tokens.Count; i++)
        {
            if (i == tokens.Count || char.IsWhiteSpace(tokens[i].Text.FirstOrDefault('x')))
            {
                Add(words, tokens, first, i, text);
                (first, text) = (i, "");
            }
            text += i < tokens.Count ? tokens[i].Text : "";
        }
        return words;
    }

    private static void Add(List<RecognizedWord> words, IReadOnlyList<DecodedToken> tokens, int first, int end, string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            var log = 0d;
            for (var i = first; i < end; i++)
            {
                log += Math.Log(Math.Clamp(tokens[i].Probability, 1e-6, 1));
            }
            words.Add(new RecognizedWord(text.Trim(), tokens[first].StartMs, tokens[end - 1].EndMs, Math.Exp(log / (end - first))));
        }
    }
}
