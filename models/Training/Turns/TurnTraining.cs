using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Turns;
using RealtimeTraining.Models.Training.Learning;

namespace RealtimeTraining.Models.Training.Turns;

/// <summary>Trains the turn-end model: conversations as they are and misheard, and scripts beside them.</summary>
public static class TurnTraining
{
    public const int FoldCount = 5;

    /// <summary>So many lines of scripts.</summary>
    public const int ScriptLines = 4_000;

    private const float ScriptsCount = 0.15f;
    private const float MisheardCount = 0.5f;

    /// <summary>Chosen by cross-validation over conversations.</summary>
    public static LinearOptions Options { get; } = new()
    {
        Kind = LinearKind.AnyOf, L2 = 3e-4, MinExamples = 3, BlockScales = [0.7f, 0.5f, 0.5f, 1.5f, 1.5f, 0.7f], Rareness = 0, Iterations = 60,
    };

    /// <summary>Probabilities by models that saw nothing of the same conversation; first of the points, then of their misheard twins.</summary>
    public static HeldOutTurns HeldOut(IReadOnlyList<TurnPoint> points, IReadOnlyList<TurnPoint> misheard, IReadOnlyList<(TurnSoFar Turn, bool Over)> scripts)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(misheard);
        ArgumentNullException.ThrowIfNull(scripts);
        var set = SetOf(points, misheard, scripts);
        var fold = Folds.Of([.. points.Select(point => point.Conversation)], FoldCount, seed: 1);
        var scores = new float[points.Count * 2];
        for (var f = 0; f < FoldCount; f++)
        {
            var weights = LinearTrainer.Train(set, [.. Enumerable.Range(0, set.Count).Where(e => e >= scores.Length || fold[e % points.Count] != f)], Options);
            for (var e = 0; e < scores.Length; e++)
            {
                scores[e] = fold[e % points.Count] == f ? weights.Score(set, e)[0] : scores[e];
            }
        }
        // What makes one fold's probabilities hold is learnt on the others.
        var temperatures = Enumerable.Range(0, FoldCount).Select(f => Temperature(e => fold[e] != f)).ToArray();
        return new HeldOutTurns(
            [.. scores.Select((score, e) => 1 / (1 + MathF.Exp(-score / temperatures[fold[e % points.Count]])))], Temperature(_ => true));

        float Temperature(Func<int, bool> counts) =>
            Calibration.Temperature([.. Enumerable.Range(0, points.Count).Where(counts).Select(e => (scores[e], points[e].IsEnd))]);
    }

    public static LinearModel Train(
        IReadOnlyList<TurnPoint> points, IReadOnlyList<TurnPoint> misheard, IReadOnlyList<(TurnSoFar Turn, bool Over)> scripts,
        float temperature, IReadOnlyList<TrainingSource> sources)
    {
        var set = SetOf(points, misheard, scripts);
        var weights = LinearTrainer.Train(set, [.. Enumerable.Range(0, set.Count)], Options);
        return weights.Quantise(new LinearModelHeader(
            TurnEndModel.Name, TurnEndFeatures.Version, LinearKind.AnyOf, ["over"], TurnExamples.Bits, set.DenseCount, temperature, [0], sources));
    }

    private static TrainingSet SetOf(IReadOnlyList<TurnPoint> points, IReadOnlyList<TurnPoint> misheard, IReadOnlyList<(TurnSoFar Turn, bool Over)> scripts) =>
        TurnExamples.Of(points.Select(point => (point.Turn, point.IsEnd, 1f))
            .Concat(misheard.Select(point => (point.Turn, point.IsEnd, MisheardCount)))
            .Concat(scripts.Select(line => (line.Turn, line.Over, ScriptsCount))));
}
