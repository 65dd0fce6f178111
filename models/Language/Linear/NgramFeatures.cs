namespace RealtimeTraining.Models.Language.Linear;

/// <summary>Word, letter and punctuation n-grams as hashed features. Words are joined across punctuation, so that written and spoken text share them.</summary>
public static class NgramFeatures
{
    /// <summary>Blocks that <see cref="Add(FeatureVector, TextTokens, int, NgramOptions)"/> takes, from <c>part * BlocksPerPart</c> on: words, letters, marks.</summary>
    public const int BlocksPerPart = 3;

    private const uint Edge = 0x5E5E_5E5Eu;
    private const uint LetterSalt = 0x1E77_E125u;
    private const uint MarkSalt = 0x3A2F_0011u;

    /// <param name="part">0 for the text itself, 1 and on for what stands around it; each has features of its own.</param>
    public static void Add(FeatureVector vector, TextTokens tokens, int part, NgramOptions options)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        Add(vector, tokens, part, options, 0, tokens.Count);
    }

    /// <summary>Of the tokens from <paramref name="start"/> up to <paramref name="end"/>, as if there were no others.</summary>
    public static void Add(FeatureVector vector, TextTokens tokens, int part, NgramOptions options, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(vector);
        ArgumentNullException.ThrowIfNull(tokens);
        var block = (byte)(part * BlocksPerPart);
        if (options.Words > 0)
        {
            AddWords(vector, tokens, block, options.Words, start, end);
        }
        if (options.Letters > 0)
        {
            AddLetters(vector, tokens, (byte)(block + 1), options, start, end);
        }
        if (options.Marks && tokens.IsWritten)
        {
            AddMarks(vector, tokens, (byte)(block + 2), start, end);
        }
    }

    private static void AddWords(FeatureVector vector, TextTokens tokens, byte block, int longest, int start, int end)
    {
        Span<uint> before = stackalloc uint[8];
        longest = Math.Min(longest, before.Length);
        var known = 1;
        before[0] = Edge;
        vector.BeginBlock();
        for (var i = start; i <= end; i++)
        {
            if (i < end && tokens[i].IsMark)
            {
                continue;
            }
            var hash = i < end ? tokens[i].Hash : Edge;
            if (i < end)
            {
                vector.Add(FeatureHash.Join(block, hash), block);
            }
            var run = hash;
            for (var n = 2; n <= longest && n - 2 < known; n++)
            {
                run = FeatureHash.Join(run, before[n - 2]);
                vector.Add(FeatureHash.Join(block + (uint)n * 977u, run), block);
            }
            before[..Math.Min(known, before.Length - 1)].CopyTo(before[1..]);
            before[0] = hash;
            known = Math.Min(known + 1, before.Length);
        }
        vector.EndBlock();
    }

    private static void AddLetters(FeatureVector vector, TextTokens tokens, byte block, NgramOptions options, int start, int end)
    {
        Span<char> padded = stackalloc char[34];
        vector.BeginBlock();
        for (var i = start; i < end; i++)
        {
            if (tokens[i].IsMark)
            {
                continue;
            }
            var text = tokens.Text(i);
            text = text[..Math.Min(text.Length, padded.Length - 2)];
            padded[0] = '<';
            text.CopyTo(padded[1..]);
            padded[text.Length + 1] = '>';
            var word = padded[..(text.Length + 2)];
            for (var n = options.LettersFrom; n <= Math.Min(options.Letters, word.Length - 1); n++)
            {
                for (var at = 0; at + n <= word.Length; at++)
                {
                    vector.Add(FeatureHash.Join(LetterSalt + block, FeatureHash.Of(word.Slice(at, n))), block);
                }
            }
        }
        vector.EndBlock();
    }

    private static void AddMarks(FeatureVector vector, TextTokens tokens, byte block, int start, int end)
    {
        vector.BeginBlock();
        for (var i = start; i < end; i++)
        {
            if (!tokens[i].IsMark)
            {
                continue;
            }
            var mark = FeatureHash.Join(MarkSalt + block, tokens[i].Hash);
            vector.Add(mark, block);
            vector.Add(FeatureHash.Join(mark, i > start ? tokens[i - 1].Hash : Edge), block);
            vector.Add(FeatureHash.Join(i + 1 < end ? tokens[i + 1].Hash : Edge, mark), block);
        }
        vector.EndBlock();
    }
}
