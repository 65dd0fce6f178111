namespace RealtimeTraining.Models.Language;

/// <summary>The features of an utterance word by word, so that its spans share them.</summary>
public sealed class SpanFeatures
{
    private readonly List<(ulong Id, float Weight)>[] _inner;
    private readonly (ulong Id, float Weight)[] _pairs;
    private readonly (ulong Id, float Weight)[] _starts;

    /// <param name="words">Normalised words, contractions written out.</param>
    public SpanFeatures(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        Words = words;
        _inner = new List<(ulong, float)>[words.Count];
        _pairs = new (ulong, float)[words.Count];
        _starts = new (ulong, float)[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            _inner[i] = PhraseFeatures.OfWord(words[i]);
            _pairs[i] = PhraseFeatures.OfPair(i == 0 ? null : words[i - 1], words[i]);
            _starts[i] = PhraseFeatures.OfPair(null, words[i]);
        }
    }

    public IReadOnlyList<string> Words { get; }

    public int Count => _inner.Length;

    /// <summary>The word itself and its letter groups.</summary>
    public IReadOnlyList<(ulong Id, float Weight)> Inner(int word) => _inner[word];

    /// <summary>With the word before it; at the first word the start of the utterance.</summary>
    public (ulong Id, float Weight) Pair(int word) => _pairs[word];

    /// <summary>As the first word of a span.</summary>
    public (ulong Id, float Weight) Start(int word) => _starts[word];
}
