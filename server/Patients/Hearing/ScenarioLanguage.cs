using System.Runtime.CompilerServices;
using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Hearing;

/// <summary>The scenario's own phrasings, and those that coaches added, as a likeness index. Cached for each scenario.</summary>
public sealed class ScenarioLanguage
{
    private static readonly ConditionalWeakTable<Scenario, Cached> Cache = [];

    private readonly LikenessIndex _index;

    private ScenarioLanguage(Scenario scenario, IReadOnlyList<ActExamples> added)
    {
        var examples = Collect(scenario).Concat(added.SelectMany(Of)).ToList();
        Labels = [.. examples.Select(example => (example.Act, example.Topic)).Distinct()];
        var numbers = Labels.Select((label, i) => (label, i)).ToDictionary(pair => pair.label, pair => pair.i);
        _index = new LikenessIndex(
            GenericLanguage.Shared.Weights,
            [.. examples.Select(example => ((IReadOnlyList<string>)HeardWords.Expand(example.Phrase), numbers[(example.Act, example.Topic)]))],
            Labels.Count);
        OwnWords = examples.SelectMany(example => HeardWords.Expand(example.Phrase)).Concat(scenario.Vocabulary.SelectMany(HeardWords.Expand)).ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlyList<(TraineeAct Act, string? Topic)> Labels { get; }

    public IReadOnlySet<string> OwnWords { get; }

    public static ScenarioLanguage Of(Scenario scenario, IReadOnlyList<ActExamples> added)
    {
        ArgumentNullException.ThrowIfNull(added);
        return Cache.GetValue(scenario, _ => new Cached()).Get(scenario, added);
    }

    public LikenessIndex.Spans Over(SpanFeatures features) => _index.Over(features);

    private static IEnumerable<(TraineeAct Act, string? Topic, string Phrase)> Collect(Scenario scenario)
    {
        var asked = scenario.Facts.SelectMany(fact => fact.Asked.Select(phrase => (TraineeAct.Ask, Topics.Canonical(fact.Topic), phrase)));
        var met = scenario.Goals.SelectMany(goal => goal.MetBy)
            .Concat(scenario.Blockers.SelectMany(blocker => blocker.BrokenBy.Concat(blocker.Required)))
            .Where(by => by.Act is not null)
            .SelectMany(by => by.Phrases.Select(phrase => (by.Act!.Value, Topics.Canonical(by.Topic), phrase)));
        return scenario.Understands.SelectMany(Of).Concat(asked).Concat(met);
    }

    private static IEnumerable<(TraineeAct Act, string? Topic, string Phrase)> Of(ActExamples examples) =>
        examples.Phrases.Select(phrase => (examples.Act, Topics.Canonical(examples.Topic), phrase));

    /// <summary>A coach adds a phrasing seldom; the last list that was asked for is kept.</summary>
    private sealed class Cached
    {
        private readonly Lock _lock = new();
        private IReadOnlyList<ActExamples>? _added;
        private ScenarioLanguage? _language;

        public ScenarioLanguage Get(Scenario scenario, IReadOnlyList<ActExamples> added)
        {
            lock (_lock)
            {
                if (_language is null || _added is null || !(ReferenceEquals(_added, added) || _added.SequenceEqual(added)))
                {
                    _language = new ScenarioLanguage(scenario, added);
                    _added = added;
                }
                return _language;
            }
        }
    }
}
