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
        var prepared = examples.Select(example => (Features: Prepare(example.Words, learn: true), example.Class, example.Counts)).ToArray();
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
    public float[] Probabilities(IReadOnlyList<string> words)
    {
        var scores = new float[_classes];
        Score(Prepare(words, learn: false), scores);
        Softmax(scores);
        return scores;
    }

    private List<(int Column, float Value)> Prepare(IReadOnlyList<string> words, bool learn)
    {
        var features = PhraseFeatures.Of(words);
        var prepared = new List<(int, float)>(features.Count);
        var squares = 0f;
        foreach (var (id, weight) in features)
        {
            squares += weight * weight;
            if (!_columns.TryGetValue(id, out var column))
            {
                if (!learn)
                {
                    continue;
                }
                _columns[id] = column = _columns.Count;
            }
            prepared.Add((column, weight));
        }
        // Half-way between a sum and a mean: a longer phrase says more, but not in proportion.
        var scale = 1f / MathF.Pow(Math.Max(squares, 1f), 0.35f);
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
