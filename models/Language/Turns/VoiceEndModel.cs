using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Language.Turns;

/// <summary>
/// What the pitch at a silence says of whether the turn is over. Trained by <c>./dev train turns</c> on recorded interviews.
/// Thread-safe.
/// </summary>
public sealed class VoiceEndModel
{
    public const string Name = "voice-end";
    public const string FileName = Name + ".rtlm";

    private static readonly Lazy<VoiceEndModel> Committed = new(() => new VoiceEndModel(LinearModelFile.ReadCarried(FileName)));

    [ThreadStatic]
    private static VoiceEndFeatures? _features;

    private readonly LinearModel _weights;

    /// <exception cref="ArgumentException">The weights are of another model, or of other features than these.</exception>
    public VoiceEndModel(LinearModel weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Name != Name || weights.Header.Features != VoiceEndFeatures.Version || weights.Header.Kind != LinearKind.AnyOf || weights.Labels.Count != 1)
        {
            throw new ArgumentException($"{weights.Name} ({weights.Header.Features}) is no model of how voices end, of features {VoiceEndFeatures.Version}: train it anew.", nameof(weights));
        }
        _weights = weights;
    }

    /// <summary>With the weights that the product carries.</summary>
    public static VoiceEndModel Shared => Committed.Value;

    /// <summary>What it was trained on.</summary>
    public IReadOnlyList<TrainingSource> TrainedOn => _weights.Header.TrainedOn;

    /// <returns>How many times as probable an ending like this is where a turn ends as where its speaker goes on.</returns>
    public float OddsOfEnd(in VoiceEnding ending)
    {
        Span<float> score = stackalloc float[1];
        Span<float> probability = stackalloc float[1];
        _weights.Score((_features ??= new VoiceEndFeatures()).Read(ending), score);
        _weights.Probabilities(score, probability);
        var over = Math.Clamp(probability[0], 0.01f, 0.99f);
        // Trained on as much weight of ends as of the others.
        return over / (1 - over);
    }
}
