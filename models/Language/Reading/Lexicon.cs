using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Language.Reading;

/// <summary>Counts words and phrases of a category. Immutable and thread-safe.</summary>
internal sealed class Lexicon
{
    private const int LongestPhrase = 4;

    private readonly Dictionary<uint, ulong> _phrases = [];

    private Lexicon(IEnumerable<string> lines)
    {
        List<string> names = [];
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var category = 1UL << names.Count;
            names.Add(line[..colon].TrimStart('^'));
            OnlyFirst |= line[0] == '^' ? category : 0;
            foreach (var phrase in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var hash = phrase.Split(' ').Aggregate(0u, (run, word) => FeatureHash.Join(run, FeatureHash.Of(word)));
                _phrases[hash] = _phrases.GetValueOrDefault(hash) | category;
            }
        }
        Categories = names;
        if (names.Count > 64)
        {
            throw new InvalidDataException("The lexicon has more than 64 categories.");
        }
    }

    public static Lexicon Shared { get; } = Load();

    public IReadOnlyList<string> Categories { get; }

    /// <summary>One bit a category that counts at the beginning only.</summary>
    private ulong OnlyFirst { get; }

    /// <summary>Of the tokens from <paramref name="start"/> up to <paramref name="end"/>: how often each category was met, phrases inside phrases too.</summary>
    public void Count(TextTokens tokens, int start, int end, Span<int> counts)
    {
        counts.Clear();
        var first = true;
        for (var i = start; i < end; i++)
        {
            if (tokens[i].IsMark)
            {
                continue;
            }
            var (run, words) = (0u, 0);
            for (var j = i; j < end && words < LongestPhrase && (words == 0 || !tokens[j].IsMark); j++, words++)
            {
                run = FeatureHash.Join(run, tokens[j].Hash);
                if (_phrases.TryGetValue(run, out var categories))
                {
                    for (categories &= first ? ulong.MaxValue : ~OnlyFirst; categories != 0; categories &= categories - 1)
                    {
                        counts[System.Numerics.BitOperations.TrailingZeroCount(categories)]++;
                    }
                }
            }
            first = false;
        }
    }

    private static Lexicon Load()
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("lexicon.txt")
            ?? throw new InvalidOperationException("The lexicon is not in the assembly.");
        using var reader = new StreamReader(stream);
        return new Lexicon(reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries));
    }
}
