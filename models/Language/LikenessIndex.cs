namespace RealtimeTraining.Models.Language;

/// <summary>
/// Finds which of many labelled phrases a text is like: cosine of weighted word, pair and letter-group vectors over an
/// inverted index. Immutable and thread-safe once built.
/// </summary>
public sealed class LikenessIndex
{
    private readonly FeatureWeights _weights;
    private readonly Dictionary<ulong, List<(int Phrase, float Weight)>> _postings = [];
    private readonly int[] _labels;

    /// <param name="phrases">Normalised words with contractions written out, and the number of the label.</param>
    public LikenessIndex(FeatureWeights weights, IReadOnlyList<(IReadOnlyList<string> Words, int Label)> phrases, int labels)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(phrases);
        _weights = weights;
        Labels = labels;
        _labels = new int[phrases.Count];
        for (var i = 0; i < phrases.Count; i++)
        {
            _labels[i] = phrases[i].Label;
            foreach (var (id, weight) in weights.Vector(phrases[i].Words))
            {
                if (!_postings.TryGetValue(id, out var posting))
                {
                    _postings[id] = posting = [];
                }
                posting.Add((i, weight));
            }
        }
    }

    public int Labels { get; }

    /// <summary>The greatest likeness to any phrase of each label, 0-1.</summary>
    public float[] Best(IReadOnlyList<string> words)
    {
        var scores = new float[_labels.Length];
        foreach (var (id, weight) in _weights.Vector(words))
        {
            if (_postings.TryGetValue(id, out var posting))
            {
                foreach (var (phrase, phraseWeight) in posting)
                {
                    scores[phrase] += weight * phraseWeight;
                }
            }
        }
        var best = new float[Labels];
        for (var i = 0; i < scores.Length; i++)
        {
            best[_labels[i]] = Math.Max(best[_labels[i]], scores[i]);
        }
        return best;
    }
}
