using RealtimeTraining.Models.Language.Turns;
using RealtimeTraining.Models.Training.Learning;

namespace RealtimeTraining.Models.Training.Turns;

/// <summary>Silences as examples for the trainer: 1 where the turn was over.</summary>
public static class TurnExamples
{
    public const int Bits = 16;

    public static TrainingSet Of(IEnumerable<(TurnSoFar Turn, bool Over, float Counts)> silences)
    {
        ArgumentNullException.ThrowIfNull(silences);
        var (set, features) = (new TrainingSet(1, Bits), new TurnEndFeatures());
        foreach (var (turn, over, counts) in silences)
        {
            set.Add(features.Read(turn), [over ? 1f : 0f], counts);
        }
        return set;
    }
}
