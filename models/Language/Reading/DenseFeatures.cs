using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Language.Reading;

/// <summary>Features that are few and known: lexicon counts, lengths, marks, and how much of the other's words come back.</summary>
internal static class DenseFeatures
{
    public static void AddText(FeatureVector vector, TextTokens tokens, int start, int end)
    {
        var lexicon = Lexicon.Shared;
        Span<int> counts = stackalloc int[lexicon.Categories.Count];
        lexicon.Count(tokens, start, end, counts);
        var (words, letters, questions, calls, stops) = (0, 0, 0, 0, 0);
        for (var i = start; i < end; i++)
        {
            words += tokens[i].IsMark ? 0 : 1;
            letters += tokens[i].IsMark ? 0 : tokens[i].Length;
            var mark = tokens[i].IsMark ? tokens.Text(i)[0] : ' ';
            questions += mark == '?' ? 1 : 0;
            calls += mark == '!' ? 1 : 0;
            stops += mark == '.' ? 1 : 0;
        }
        foreach (var count in counts)
        {
            vector.AddDense(count > 0 ? 1 : 0);
            vector.AddDense(MathF.Log(1 + count) / MathF.Sqrt(MathF.Max(1, words)));
        }
        vector.AddDense(MathF.Log(1 + words));
        vector.AddDense(words < 4 ? 1 : 0);
        vector.AddDense(words is >= 4 and < 12 ? 1 : 0);
        vector.AddDense(words > 0 ? letters / (float)words : 0);
        vector.AddDense(tokens.IsWritten ? 1 : 0);
        vector.AddDense(tokens.IsWritten && questions == 0 ? 1 : 0);
        vector.AddDense(questions > 0 ? 1 : 0);
        vector.AddDense(MathF.Log(1 + questions));
        vector.AddDense(MathF.Log(1 + calls));
        vector.AddDense(MathF.Log(1 + stops));
        vector.AddDense(MathF.Log(1 + tokens.Shouted));
        vector.AddDense(end > start && tokens[end - 1].IsMark && tokens.Text(end - 1)[0] == '?' ? 1 : 0);
    }

    /// <summary>How many of the text's words, and of its longer ones, were in the other.</summary>
    public static void AddLikeness(FeatureVector vector, TextTokens text, TextTokens other, HashSet<uint> heard)
    {
        heard.Clear();
        for (var i = 0; i < other.Count; i++)
        {
            if (!other[i].IsMark)
            {
                heard.Add(other[i].Hash);
            }
        }
        var (words, back, longer, longerBack) = (0, 0, 0, 0);
        for (var i = 0; i < text.Count; i++)
        {
            if (text[i].IsMark)
            {
                continue;
            }
            var (isLong, isBack) = (text[i].Length > 4, heard.Contains(text[i].Hash));
            words++;
            back += isBack ? 1 : 0;
            longer += isLong ? 1 : 0;
            longerBack += isLong && isBack ? 1 : 0;
        }
        vector.AddDense(back / (float)Math.Max(1, words));
        vector.AddDense(longerBack / (float)Math.Max(1, longer));
        vector.AddDense(MathF.Log(1 + longerBack));
        vector.AddDense(other.Words == 0 ? 1 : 0);
        vector.AddDense(MathF.Log((1 + text.Words) / (float)(1 + other.Words)));
    }
}
