using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Turns;
using RealtimeTraining.Models.Training.Learning;

namespace RealtimeTraining.Models.Training.Turns;

/// <summary>Trains the model of how voices end. Ends and the other silences weigh the same.</summary>
public static class VoiceEndTraining
{
    private const int Bits = 8;

    private static LinearOptions Options { get; } = new() { Kind = LinearKind.AnyOf, L2 = 5e-4, DenseScale = 1 };

    /// <summary>Scores by models that heard nothing of the same recording.</summary>
    public static float[] HeldOut(IReadOnlyList<HeardEnding> endings)
    {
        ArgumentNullException.ThrowIfNull(endings);
        var (set, scores) = (SetOf(endings), new float[endings.Count]);
        foreach (var recording in endings.Select(one => one.Recording).Distinct())
        {
            var weights = LinearTrainer.Train(set, [.. Enumerable.Range(0, set.Count).Where(i => endings[i].Recording != recording)], Options);
            foreach (var i in Enumerable.Range(0, set.Count).Where(i => endings[i].Recording == recording))
            {
                scores[i] = weights.Score(set, i)[0];
            }
        }
        return scores;
    }

    public static LinearModel Train(IReadOnlyList<HeardEnding> endings, IReadOnlyList<TrainingSource> sources)
    {
        ArgumentNullException.ThrowIfNull(endings);
        var set = SetOf(endings);
        return LinearTrainer.Train(set, [.. Enumerable.Range(0, set.Count)], Options)
            .Quantise(new LinearModelHeader(VoiceEndModel.Name, VoiceEndFeatures.Version, LinearKind.AnyOf, ["over"], Bits, set.DenseCount, 1, [0], sources));
    }

    private static TrainingSet SetOf(IReadOnlyList<HeardEnding> endings)
    {
        var (set, features) = (new TrainingSet(1, Bits), new VoiceEndFeatures());
        var ends = endings.Count(one => one.IsEnd);
        foreach (var one in endings)
        {
            set.Add(features.Read(one.Ending), [one.IsEnd ? 1f : 0f], 0.5f * endings.Count / (one.IsEnd ? ends : endings.Count - ends));
        }
        return set;
    }
}
