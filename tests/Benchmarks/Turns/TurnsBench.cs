using RealtimeTraining.Benchmarks.Results;
using RealtimeTraining.Models.Language.Turns;
using RealtimeTraining.Models.Training.Turns;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Turns;

/// <summary>
/// Conversations with their real pauses, played to the product's turn detector and to what others ship.
/// docs/benchmarks.md says what is counted.
/// </summary>
public sealed class TurnsBench : IBench
{
    /// <summary>With fewer conversations than this nothing can be held out.</summary>
    private const int FewestToHoldOut = 10;

    private string _folder = Path.Combine(Checkout.Data, "text", TurnsTask.Conversations);
    private string _picture = Checkout.Path("artifacts", "turns.svg");

    public string Name => "turns";

    public string? WhyNot => Directory.Exists(_folder) ? null
        : $"there is no folder {_folder}. Name one with --data DIR: .json files with an array of who, start, end and text each.";

    public IReadOnlyDictionary<string, Action<string>> Options => new Dictionary<string, Action<string>>
    {
        ["--data"] = folder => _folder = Path.GetFullPath(folder),
        ["--picture"] = file => _picture = Path.GetFullPath(file),
    };

    public Task<BenchReport> RunAsync(bool quick, Action<string> tell, CancellationToken cancellationToken)
    {
        var conversations = Conversation.ReadAll(_folder, tell);
        conversations = quick ? [.. conversations.Take(FewestToHoldOut)] : conversations;
        var points = TurnPoint.Of(conversations);
        if (!points.Any(point => point.IsEnd) || points.All(point => point.IsEnd))
        {
            throw new InvalidDataException($"{_folder} has no pause inside a turn, or no turn that ends: there is nothing to compare.");
        }
        var misheard = MisheardWords.Of(points);
        var committed = points.Concat(misheard).Select(point => TurnEndModel.Shared.Over(point.Turn)).ToArray();
        var committedKinds = points.Concat(misheard).Select(point => SilenceModel.Shared.After(point.Turn)).ToArray();
        var (fair, fairKinds) = HoldOut(conversations, points, misheard, committed, committedKinds, tell);
        cancellationToken.ThrowIfCancellationRequested();
        tell("Playing the policies.");
        List<TurnPolicy> policies =
        [
            OurPolicy.Of("ours", points, fair[..points.Count], fairKinds[..points.Count]),
            OurPolicy.Of("ours_misheard", misheard, fair[points.Count..], fairKinds[points.Count..]),
            .. OtherPolicies.Of(points, fair[..points.Count]),
        ];
        if (!ReferenceEquals(fair, committed))
        {
            policies.Add(OurPolicy.Of("ours_with_weights_that_saw_these_conversations", points, committed[..points.Count], committedKinds[..points.Count]));
        }
        Directory.CreateDirectory(Path.GetDirectoryName(_picture)!);
        File.WriteAllText(_picture, CurvePicture.Of(policies));
        tell($"Drew {_picture}.");
        return Task.FromResult(new BenchReport(Name, new Dictionary<string, string> { ["conversations"] = $"{conversations.Count} in {Path.GetFileName(_folder)}" },
            [.. TurnFigures.Of(points, fair[..points.Count], policies)]));
    }

    /// <summary>Nothing is judged by weights that saw it: for conversations that the committed weights were trained on, others are trained without them.</summary>
    private static (float[] Over, SilenceKinds[] Kinds) HoldOut(
        IReadOnlyList<Conversation> conversations, IReadOnlyList<TurnPoint> points, IReadOnlyList<TurnPoint> misheard,
        float[] committed, SilenceKinds[] committedKinds, Action<string> tell)
    {
        var seen = TurnEndModel.Shared.TrainedOn.Select(source => source.Sha256).ToHashSet(StringComparer.Ordinal);
        var known = Enumerable.Range(0, points.Count).Where(i => seen.Contains(conversations[points[i].Conversation].Sha256)).ToList();
        if (known.Count == 0)
        {
            tell("The committed weights saw none of these conversations: they are judged as they are.");
            return (committed, committedKinds);
        }
        var count = conversations.Count(one => seen.Contains(one.Sha256));
        if (count < FewestToHoldOut)
        {
            throw new InvalidDataException($"The committed weights were trained on {count} of these conversations. Held-out figures need {FewestToHoldOut} of them, or none.");
        }
        tell($"The committed weights were trained on {count} of these conversations: judging those by {TurnTraining.FoldCount} models that did not see them.");
        IReadOnlyList<TurnPoint> knownPoints = [.. known.Select(i => points[i])], knownMisheard = [.. known.Select(i => misheard[i])];
        var texts = Path.Combine(Checkout.Data, "text");
        var heldOut = TurnTraining.HeldOut(knownPoints, knownMisheard, Scripts.Read(Scripts.Files(texts), TurnTraining.ScriptLines));
        var kinds = SilenceTraining.HeldOut(knownPoints, knownMisheard, ScriptSilences.Of(conversations), SilenceTraining.Written(texts)).Points;
        var (fair, fairKinds) = ((float[])committed.Clone(), (SilenceKinds[])committedKinds.Clone());
        for (var k = 0; k < known.Count; k++)
        {
            (fair[known[k]], fairKinds[known[k]]) = (heldOut.Over[k], kinds[k]);
            (fair[points.Count + known[k]], fairKinds[points.Count + known[k]]) = (heldOut.Over[known.Count + k], kinds[known.Count + k]);
        }
        return (fair, fairKinds);
    }
}
