namespace RealtimeTraining.Models.Language;

/// <summary>
/// A softmax over phrase features, learned in a moment from a few thousand examples when the process starts, so that
/// there is no file of weights to ship. Same examples, same weights. Immutable and thread-safe once learned.
/// </summary>
public sealed class ExampleClassifier
{
    private const int Epochs = 14;
    private const float FirstStep = 0.8f;

    private readonly Dictionary<ulong, int> _columns = [];
    private readonly float[] _weights;
    private readonly int _classes;

    /// <param name="examples">Normalised words with contractions written out, the class, and how much it counts.</param>
    public ExampleClassifier(IReadOnlyList<(IReadOnlyList<string> Words, int Class, float Counts)> examples, int classes)
    {
        ArgumentNullException.ThrowIfNull(examples);
        _classes = classes;
        var prepared = examples.Select(example => (Features: Prepare(example.Words), example.Class, example.Counts)).ToArray();
        _weights = new float[_columns.Count * classes];
        var order = Enumerable.Range(0, prepared.Length).ToArray();
        var random = new SeededRandom(17);
        var scores = new float[classes];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            var step = FirstStep / (1 + epoch * 0.35f);
            foreach (var i in order)
            {
                var (features, right, counts) = prepared[i];
                Score(features, scores);
                Softmax(scores);
                for (var c = 0; c < classes; c++)
                {
                    var error = step * counts * ((c == right ? 1f : 0f) - scores[c]);
                    if (MathF.Abs(error) > 1e-4f)
                    {
                        foreach (var (column, value) in features)
                        {
                            _weights[column * _classes + c] += error * value;
                        }
                    }
                }
            }
        }
    }

    /// <summary>The probability of each class.</summary>
    public float[] Probabilities(IReadOnlyList<string> words) => Over(new SpanFeatures(words)).Probabilities(0, words.Count);

    /// <summary>Every span of an utterance can then be judged at the cost of one subtraction a class.</summary>
    public Spans Over(SpanFeatures features)
    {
        ArgumentNullException.ThrowIfNull(features);
        return new Spans(this, features);
    }

    /// <summary>An utterance under the classifier, as sums that run along its words.</summary>
    public sealed class Spans
    {
        private readonly ExampleClassifier _classifier;
        private readonly SpanFeatures _features;
        private readonly float[] _along;
        private readonly float[] _squares;

        internal Spans(ExampleClassifier classifier, SpanFeatures features)
        {
            (_classifier, _features) = (classifier, features);
            var classes = classifier._classes;
            _along = new float[(features.Count + 1) * classes];
            _squares = new float[features.Count + 1];
            for (var i = 0; i < features.Count; i++)
            {
                var row = _along.AsSpan((i + 1) * classes, classes);
                _along.AsSpan(i * classes, classes).CopyTo(row);
                _squares[i + 1] = _squares[i] + Square(features.Pair(i));
                classifier.AddTo(row, features.Pair(i), 1);
                foreach (var feature in features.Inner(i))
                {
                    classifier.AddTo(row, feature, 1);
                    _squares[i + 1] += Square(feature);
                }
            }
        }

        /// <summary>For words <paramref name="start"/> up to <paramref name="end"/>.</summary>
        public float[] Probabilities(int start, int end)
        {
            var classes = _classifier._classes;
            var scores = new float[classes];
            if (start >= end)
            {
                return scores;
            }
            for (var c = 0; c < classes; c++)
            {
                scores[c] = _along[end * classes + c] - _along[start * classes + c];
            }
            _classifier.AddTo(scores, _features.Pair(start), -1);
            _classifier.AddTo(scores, _features.Start(start), 1);
            var scale = Scale(_squares[end] - _squares[start]);
            for (var c = 0; c < classes; c++)
            {
                scores[c] *= scale;
            }
            Softmax(scores);
            return scores;
        }

        private static float Square((ulong Id, float Weight) feature) => feature.Weight * feature.Weight;
    }

    private void AddTo(Span<float> scores, (ulong Id, float Weight) feature, float sign)
    {
        if (_columns.TryGetValue(feature.Id, out var column))
        {
            var row = _weights.AsSpan(column * _classes, _classes);
            for (var c = 0; c < row.Length; c++)
            {
                scores[c] += sign * feature.Weight * row[c];
            }
        }
    }

    /// <summary>Half-way between a sum and a mean: a longer phrase says more, but not in proportion.</summary>
    private static float Scale(float squares) => 1f / MathF.Pow(Math.Max(squares, 1f), 0.35f);

    private List<(int Column, float Value)> Prepare(IReadOnlyList<string> words)
    {
        var features = PhraseFeatures.Of(words);
        var prepared = new List<(int, float)>(features.Count);
        var squares = 0f;
        foreach (var (id, weight) in features)
        {
            squares += weight * weight;
            if (!_columns.TryGetValue(id, out var column))
            {
                _columns[id] = column = _columns.Count;
            }
            prepared.Add((column, weight));
        }
        var scale = Scale(squares);
        for (var i = 0; i < prepared.Count; i++)
        {
            prepared[i] = (prepared[i].Item1, prepared[i].Item2 * scale);
        }
        return prepared;
    }

    private void Score(List<(int Column, float Value)> features, float[] scores)
    {
        Array.Clear(scores);
        foreach (var (column, value) in features)
        {
            var row = column * _classes;
            for (var c = 0; c < scores.Length; c++)
            {
                scores[c] += _weights[row + c] * value;
            }
        }
    }

    private static void Softmax(float[] scores)
    {
        var max = scores.Max();
        var sum = 0f;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = MathF.Exp(scores[i] - max);
            sum += scores[i];
        }
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] /= sum;
        }
    }
}
