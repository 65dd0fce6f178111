using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Language.Turns;

/// <summary>
/// Which kind of silence follows words: the end, the gap before the next sentence, or a hesitation inside one. Trained by
/// <c>./dev train turns</c> on written calls, which, unlike conversations with times, show every place where a speaker
/// could have stopped. Thread-safe.
/// </summary>
public sealed class SilenceModel
{
    public const string Name = "silence";
    public const string FileName = Name + ".rtlm";

    private static readonly Lazy<SilenceModel> Committed = new(() => new SilenceModel(LinearModelFile.ReadCarried(FileName)));

    [ThreadStatic]
    private static TurnEndFeatures? _features;

    private readonly LinearModel _weights;

    /// <exception cref="ArgumentException">The weights are of another model, or of other features than these.</exception>
    public SilenceModel(LinearModel weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Name != Name || weights.Header.Features != TurnEndFeatures.Version || weights.Header.Kind != LinearKind.OneOf || !weights.Labels.SequenceEqual(Labels))
        {
            throw new ArgumentException($"{weights.Name} ({weights.Header.Features}) is no model of silences of features {TurnEndFeatures.Version}: train it anew.", nameof(weights));
        }
        _weights = weights;
    }

    public static IReadOnlyList<string> Labels { get; } = ["over", "between-sentences", "in-sentence"];

    /// <summary>With the weights that the product carries.</summary>
    public static SilenceModel Shared => Committed.Value;

    /// <summary>What it was trained on.</summary>
    public IReadOnlyList<TrainingSource> TrainedOn => _weights.Header.TrainedOn;

    public SilenceKinds After(in TurnSoFar turn)
    {
        Span<float> scores = stackalloc float[3];
        Span<float> kinds = stackalloc float[3];
        _weights.Score((_features ??= new TurnEndFeatures()).Read(turn), scores);
        _weights.Probabilities(scores, kinds);
        return new SilenceKinds(kinds[0], kinds[1], kinds[2]);
    }
}
