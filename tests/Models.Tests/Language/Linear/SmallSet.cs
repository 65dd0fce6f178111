using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Reading;
using RealtimeTraining.Models.Training.Learning;

namespace RealtimeTraining.Models.Tests.Language.Linear;

/// <summary>A few sentences to learn from: refusals (0), offers (1) and questions (2).</summary>
internal static class SmallSet
{
    public static IReadOnlyList<(string Text, int Label)> Examples { get; } =
    [
        ("I can't do that for you.", 0), ("No, that isn't possible.", 0), ("We can't help with that.", 0), ("That is not possible today.", 0), ("No, I can't change it.", 0),
        ("I can book that for you.", 1), ("Let me look that up for you.", 1), ("I'll call you back.", 1), ("We can send that to you.", 1), ("Let me help you with it.", 1),
        ("What is your name?", 2), ("When were you born?", 2), ("What is the phone number?", 2), ("Where does it hurt?", 2), ("When did it start?", 2),
    ];

    public static TrainingSet Build()
    {
        var (set, features, vector) = (new TrainingSet(3, bits: 12), new UtteranceFeatures(), new FeatureVector());
        foreach (var (text, label) in Examples)
        {
            features.Fill(vector, text);
            float[] targets = [label == 0 ? 1 : 0, label == 1 ? 1 : 0, label == 2 ? 1 : 0];
            set.Add(vector, targets);
        }
        return set;
    }

    public static LinearModel Train()
    {
        var set = Build();
        var weights = LinearTrainer.Train(set, [.. Enumerable.Range(0, set.Count)], new LinearOptions { L2 = 1e-3, MinExamples = 1 });
        return weights.Quantise(new LinearModelHeader("small", UtteranceFeatures.Alone, LinearKind.OneOf, ["refuse", "offer", "ask"], set.Bits, set.DenseCount, 1, [0, 0, 0],
            [new TrainingSource("small.csv", "00", null)]));
    }

    public static int Best(LinearModel model, string text)
    {
        var (vector, scores) = (new FeatureVector(), new float[3]);
        new UtteranceFeatures().Fill(vector, text);
        model.Score(vector, scores);
        return model.Best(scores);
    }
}
