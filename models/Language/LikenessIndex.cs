using System.Numerics;

namespace RealtimeTraining.Models.Language;

/// <summary>
/// Finds which of many labelled phrases a text is like: cosine of weighted word, pair and letter-group vectors over an
/// inverted index. Immutable and thread-safe once built.
/// </summary>
public sealed class LikenessIndex
{
    private readonly FeatureWeights _weights;
    private readonly Dictionary<ulong, List<(int Phrase, float Weight)>> _postings = [];
    private readonly int[] _ends;
    private readonly int _phrases;

    /// <param name="phrases">Normalised words with contractions written out, and the number of the label.</param>
    public LikenessIndex(FeatureWeights weights, IReadOnlyList<(IReadOnlyList<string> Words, int Label)> phrases, int labels)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(phrases);
        _weights = weights;
        Labels = labels;
        _phrases = phrases.Count;
        // Phrases of one label stand together, so that the best of each label is found in one sweep.
        var sorted = phrases.OrderBy(phrase => phrase.Label).ToArray();
        _ends = new int[labels];
        for (var label = 0; label < labels; label++)
        {
            _ends[label] = Array.FindLastIndex(sorted, phrase => phrase.Label <= label) + 1;
        }
        for (var i = 0; i < sorted.Length; i++)
        {
            foreach (var (id, weight) in weights.Vector(sorted[i].Words))
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
    public float[] Best(IReadOnlyList<string> words) => Over(new SpanFeatures(words)).Best(0, words.Count);

    /// <summary>Every span of an utterance can then be compared at the cost of one subtraction a phrase.</summary>
    public Spans Over(SpanFeatures features)
    {
        ArgumentNullException.ThrowIfNull(features);
        return new Spans(this, features);
    }

    /// <summary>An utterance compared with every phrase, as sums that run along its words.</summary>
    public sealed class Spans
    {
        private readonly LikenessIndex _index;
        private readonly float[] _along;
        private readonly float[] _squares;
        private readonly List<(int Phrase, float Weight)>[] _pairs;
        private readonly List<(int Phrase, float Weight)>[] _starts;
        private readonly float[] _pairSquares;
        private readonly float[] _startSquares;
        private readonly float[] _scores;

        internal Spans(LikenessIndex index, SpanFeatures features)
        {
            _index = index;
            var (words, phrases) = (features.Count, index._phrases);
            _along = new float[(words + 1) * phrases];
            _squares = new float[words + 1];
            _pairs = new List<(int, float)>[words];
            _starts = new List<(int, float)>[words];
            _pairSquares = new float[words];
            _startSquares = new float[words];
            _scores = new float[phrases];
            for (var i = 0; i < words; i++)
            {
                var row = _along.AsSpan((i + 1) * phrases, phrases);
                _along.AsSpan(i * phrases, phrases).CopyTo(row);
                _squares[i + 1] = _squares[i];
                foreach (var feature in features.Inner(i))
                {
                    _squares[i + 1] += Add(feature, row);
                }
                _squares[i + 1] += _pairSquares[i] = Weigh(features.Pair(i), out _pairs[i]);
                foreach (var (phrase, weight) in _pairs[i])
                {
                    row[phrase] += weight;
                }
                _startSquares[i] = Weigh(features.Start(i), out _starts[i]);
            }
        }

        /// <summary>For words <paramref name="start"/> up to <paramref name="end"/>.</summary>
        public float[] Best(int start, int end)
        {
            var best = new float[_index.Labels];
            if (start >= end || _scores.Length == 0)
            {
                return best;
            }
            var phrases = _scores.Length;
            var from = _along.AsSpan(start * phrases, phrases);
            var to = _along.AsSpan(end * phrases, phrases);
            Subtract(to, from, _scores);
            // The pair with the word before the span is not in the span; its beginning is.
            foreach (var (phrase, weight) in _pairs[start])
            {
                _scores[phrase] -= weight;
            }
            foreach (var (phrase, weight) in _starts[start])
            {
                _scores[phrase] += weight;
            }
            var length = MathF.Sqrt(MathF.Max(1e-6f, _squares[end] - _squares[start] - _pairSquares[start] + _startSquares[start]));
            var first = 0;
            for (var label = 0; label < best.Length; label++)
            {
                var greatest = 0f;
                foreach (var score in _scores.AsSpan(first, _index._ends[label] - first))
                {
                    greatest = score > greatest ? score : greatest;
                }
                first = _index._ends[label];
                best[label] = MathF.Min(1f, greatest / length);
            }
            return best;
        }

        private static void Subtract(ReadOnlySpan<float> one, ReadOnlySpan<float> other, Span<float> result)
        {
            var i = 0;
            for (; i <= result.Length - Vector<float>.Count; i += Vector<float>.Count)
            {
                (new Vector<float>(one[i..]) - new Vector<float>(other[i..])).CopyTo(result[i..]);
            }
            for (; i < result.Length; i++)
            {
                result[i] = one[i] - other[i];
            }
        }

        private float Add((ulong Id, float Weight) feature, Span<float> row)
        {
            var weight = feature.Weight * _index._weights[feature.Id];
            if (_index._postings.TryGetValue(feature.Id, out var posting))
            {
                foreach (var (phrase, phraseWeight) in posting)
                {
                    row[phrase] += weight * phraseWeight;
                }
            }
            return weight * weight;
        }

        private float Weigh((ulong Id, float Weight) feature, out List<(int Phrase, float Weight)> weighed)
        {
            var weight = feature.Weight * _index._weights[feature.Id];
            weighed = _index._postings.TryGetValue(feature.Id, out var posting) ? [.. posting.Select(entry => (entry.Phrase, entry.Weight * weight))] : [];
            return weight * weight;
        }
    }
}
