using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Language.Turns;

/// <summary>
/// How probable it is that a turn is over when its speaker falls silent, from the words alone; trained by
/// <c>./dev train turns</c>. A probability that holds: of all turns at 0.9, nine in ten are over. Thread-safe.
/// </summary>
public sealed class TurnEndModel
{
    public const string Name = "turn-end";
    public const string FileName = Name + ".rtlm";

    private static readonly Lazy<TurnEndModel> Committed = new(() => new TurnEndModel(LinearModelFile.ReadCarried(FileName)));

    [ThreadStatic]
    private static TurnEndFeatures? _features;

    private readonly LinearModel _weights;

    /// <exception cref="ArgumentException">The weights are of another model, or of other features than these.</exception>
    public TurnEndModel(LinearModel weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Name != Name || weights.Header.Features != TurnEndFeatures.Version || weights.Header.Kind != LinearKind.AnyOf || weights.Labels.Count != 1)
        {
            throw new ArgumentException($"{weights.Name} ({weights.Header.Features}) is no turn-end model of features {TurnEndFeatures.Version}: train it anew.", nameof(weights));
        }
        _weights = weights;
    }

    /// <summary>With the weights that the product carries.</summary>
    public static TurnEndModel Shared => Committed.Value;

    /// <summary>What it was trained on.</summary>
    public IReadOnlyList<TrainingSource> TrainedOn => _weights.Header.TrainedOn;

    /// <returns>0 to 1.</returns>
    public float Over(in TurnSoFar turn)
    {
        Span<float> score = stackalloc float[1];
        Span<float> probability = stackalloc float[1];
        _weights.Score((_features ??= new TurnEndFeatures()).Read(turn), score);
        _weights.Probabilities(score, probability);
        return probability[0];
    }
}
