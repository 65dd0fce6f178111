using RealtimeTraining.Models.Language.Linear;
using RealtimeTraining.Models.Language.Turns;
using RealtimeTraining.Models.Training.Learning;
using RealtimeTraining.Speech.Language.FrontDesk;

namespace RealtimeTraining.Models.Training.Turns;

/// <summary>Trains the model of silences on written calls, on what was said in conversations, and on how sentences end in other texts.</summary>
public static class SilenceTraining
{
    /// <summary>So many written calls.</summary>
    private const int Calls = 5_000;
    private const int Bits = 18;
    private const int MostWeights = 240_000;

    private static LinearOptions Options { get; } = new() { L2 = 3e-6, MinExamples = 3, BlockScales = [1f, 0.5f, 0.5f, 1.2f, 0.7f, 1.5f], Rareness = 0, Iterations = 60 };

    /// <summary>What is said at the front desk counts more than what others write.</summary>
    private const float FrontDeskCounts = 3;

    private const int FrontDeskFillings = 6;

    /// <summary>One topic in so many is held out.</summary>
    private const int TopicFolds = 5;

    /// <summary>What it learns from beside conversations: written calls, texts that show how sentences end, and turns of the front desk.</summary>
    /// <param name="texts">The folder with the others.</param>
    public static IReadOnlyList<ScriptSilence> Written(string texts) => WithTurns(Texts(texts), FrontDeskTurns.All);

    /// <summary>The same without the turns of the front desk.</summary>
    public static IReadOnlyList<ScriptSilence> Texts(string texts) =>
    [
        .. ScriptSilences.Read(Scripts.Files(texts), Calls),
        .. ScriptSilences.OfTexts(SentenceTexts.Files(texts).SelectMany(SentenceTexts.Read)),
        .. ScriptSilences.OfTexts(FrontDeskLanguage.Whole(FrontDeskFillings).Select(sentence => $"{sentence}."), FrontDeskCounts),
    ];

    public static IReadOnlyList<ScriptSilence> WithTurns(IReadOnlyList<ScriptSilence> texts, IReadOnlyList<FrontDeskTurn> turns) =>
        [.. texts, .. ScriptSilences.OfFrontDesk(turns, FrontDeskCounts)];

    /// <summary>
    /// What models that saw nothing of the same conversation say of points of the conversations, first, and of their misheard
    /// twins; and of what was said in them, place by place.
    /// </summary>
    public static (SilenceKinds[] Points, SilenceKinds[] Places) HeldOut(
        IReadOnlyList<TurnPoint> points, IReadOnlyList<TurnPoint> misheard, IReadOnlyList<ScriptSilence> talk, IReadOnlyList<ScriptSilence> written)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(misheard);
        ArgumentNullException.ThrowIfNull(talk);
        int[] groups = [.. points.Select(point => point.Conversation)];
        var fold = Folds.Of(groups, TurnTraining.FoldCount, seed: 1);
        var foldOf = groups.Zip(fold).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second);
        var (kinds, places) = (new SilenceKinds[points.Count * 2], new SilenceKinds[talk.Count]);
        for (var f = 0; f < TurnTraining.FoldCount; f++)
        {
            var model = new SilenceModel(Train([.. talk.Where(place => FoldOf(place.Call) != f), .. written], []));
            for (var i = 0; i < kinds.Length; i++)
            {
                kinds[i] = fold[i % points.Count] == f ? model.After((i < points.Count ? points[i] : misheard[i - points.Count]).Turn) : kinds[i];
            }
            for (var i = 0; i < places.Length; i++)
            {
                places[i] = FoldOf(talk[i].Call) == f ? model.After(talk[i].Turn) : places[i];
            }
        }
        return (kinds, places);

        int FoldOf(int conversation) => foldOf.GetValueOrDefault(conversation);
    }

    /// <summary>What a model that saw no turn of some topics of the front desk says of these.</summary>
    public static (IReadOnlyList<ScriptSilence> Places, SilenceKinds[] Kinds) HeldOutTopics(IReadOnlyList<ScriptSilence> talk, IReadOnlyList<ScriptSilence> texts)
    {
        ArgumentNullException.ThrowIfNull(talk);
        var judged = FrontDeskTurns.All.Select(turn => turn.Topic).Distinct().Where((_, number) => number % TopicFolds == 0).ToHashSet();
        var model = new SilenceModel(Train([.. talk, .. WithTurns(texts, [.. FrontDeskTurns.All.Where(turn => !judged.Contains(turn.Topic))])], []));
        var places = ScriptSilences.OfFrontDesk([.. FrontDeskTurns.All.Where(turn => judged.Contains(turn.Topic))], 1);
        return (places, [.. places.Select(place => model.After(place.Turn))]);
    }

    public static LinearModel Train(IReadOnlyList<ScriptSilence> silences, IReadOnlyList<TrainingSource> sources)
    {
        ArgumentNullException.ThrowIfNull(silences);
        var (set, features) = (new TrainingSet(SilenceModel.Labels.Count, Bits), new TurnEndFeatures());
        foreach (var silence in silences)
        {
            var targets = new float[SilenceModel.Labels.Count];
            targets[silence.Kind] = 1;
            set.Add(features.Read(silence.Turn), targets, silence.Counts);
        }
        var weights = LinearTrainer.Train(set, [.. Enumerable.Range(0, set.Count)], Options);
        return weights.Quantise(new LinearModelHeader(
            SilenceModel.Name, TurnEndFeatures.Version, LinearKind.OneOf, SilenceModel.Labels, Bits, set.DenseCount, 1, [0, 0, 0], sources), MostWeights);
    }
}
