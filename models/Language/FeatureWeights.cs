namespace RealtimeTraining.Models.Language;

/// <summary>How telling each feature is: rare over the phrases it was learned from weighs more (inverse document frequency).</summary>
public sealed class FeatureWeights
{
    private readonly Dictionary<ulong, float> _weights;
    private readonly float _unseen;

    private FeatureWeights(Dictionary<ulong, float> weights, float unseen) => (_weights, _unseen) = (weights, unseen);

    public static FeatureWeights Learn(IEnumerable<IReadOnlyList<string>> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        var seenIn = new Dictionary<ulong, int>();
        var count = 0;
        foreach (var phrase in phrases)
        {
            count++;
            foreach (var id in PhraseFeatures.Of(phrase).Select(feature => feature.Id).Distinct())
            {
                seenIn[id] = seenIn.GetValueOrDefault(id) + 1;
            }
        }
        return new FeatureWeights(
            seenIn.ToDictionary(pair => pair.Key, pair => MathF.Log((1f + count) / (1f + pair.Value)) + 0.1f),
            MathF.Log(1f + count) + 0.1f);
    }

    public float this[ulong id] => _weights.TryGetValue(id, out var weight) ? weight : _unseen;

    public bool Knows(ulong id) => _weights.ContainsKey(id);

    /// <summary>The phrase as a vector of length 1.</summary>
    public Dictionary<ulong, float> Vector(IReadOnlyList<string> words)
    {
        var vector = new Dictionary<ulong, float>();
        foreach (var (id, weight) in PhraseFeatures.Of(words))
        {
            vector[id] = vector.GetValueOrDefault(id) + weight * this[id];
        }
        var length = MathF.Sqrt(vector.Values.Sum(value => value * value));
        if (length > 0)
        {
            foreach (var id in vector.Keys.ToList())
            {
                vector[id] /= length;
            }
        }
        return vector;
    }
}
