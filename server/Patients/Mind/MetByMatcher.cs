using System.Runtime.CompilerServices;
using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Patients.Hearing;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>
/// Whether a turn does what a <see cref="MetBy"/> asks for. Phrases are compared by likeness with every piece of the
/// turn and with neighbouring pieces together; a phrase said nearly as written counts whatever act it was taken for.
/// </summary>
public sealed class MetByMatcher
{
    private const float AlikeWithAct = 0.36f;
    private const float Alike = 0.5f;
    private const float NearlyAsWritten = 0.6f;
    private const double ActFrom = 0.45;

    private static readonly ConditionalWeakTable<Scenario, MetByMatcher> Cache = [];

    private readonly Dictionary<MetBy, int> _numbers = new(ReferenceEqualityComparer.Instance as IEqualityComparer<MetBy>);
    private readonly LikenessIndex _phrases;
    private readonly LikenessIndex _avoided;
    private readonly IReadOnlyList<PhraseToAvoid> _avoid;

    private MetByMatcher(Scenario scenario)
    {
        foreach (var by in scenario.Goals.SelectMany(goal => goal.MetBy).Concat(scenario.Blockers.SelectMany(blocker => blocker.BrokenBy.Concat(blocker.Required))))
        {
            _numbers.TryAdd(by, _numbers.Count);
        }
        _phrases = new LikenessIndex(
            GenericLanguage.Shared.Weights,
            [.. _numbers.SelectMany(pair => pair.Key.Phrases.Select(phrase => ((IReadOnlyList<string>)WithoutNumbers(HeardWords.Expand(phrase)), pair.Value)))],
            _numbers.Count);
        _avoid = scenario.Script.Avoid;
        _avoided = new LikenessIndex(
            GenericLanguage.Shared.Weights,
            [.. _avoid.SelectMany((avoid, i) => avoid.Variants.Append(avoid.Phrase).Select(phrase => ((IReadOnlyList<string>)HeardWords.Expand(phrase), i)))],
            _avoid.Count);
    }

    public static MetByMatcher Of(Scenario scenario) => Cache.GetValue(scenario, key => new MetByMatcher(key));

    public TurnMatch Match(string text, IReadOnlyList<UnderstoodAct> acts)
    {
        var likeness = new float[_phrases.Labels];
        var avoided = new float[_avoid.Count];
        foreach (var piece in Pieces(text, acts).Distinct(StringComparer.Ordinal))
        {
            var words = HeardWords.Expand(piece);
            var said = WithoutNumbers(words);
            if (said.Count >= 2)
            {
                Raise(likeness, _phrases.Best(said));
            }
            Raise(avoided, _avoided.Best(words));
        }
        return new TurnMatch(this, acts, likeness, avoided.Any(like => like >= 0.68f));
    }

    /// <summary>Two dates are alike as words and different as offers; what is done is in the other words.</summary>
    private static List<string> WithoutNumbers(List<string> words) =>
        words.FindAll(word => word == "911" || !(char.IsDigit(word[0]) || SpokenNumbers.IsNumberWord(word)) || IsEmergencyNumber(words));

    private static bool IsEmergencyNumber(List<string> words) => ActCues.Find(words, ["nine", "one", "one"]) >= 0;

    private static void Raise(float[] values, float[] with)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Math.Max(values[i], with[i]);
        }
    }

    private static IEnumerable<string> Pieces(string text, IReadOnlyList<UnderstoodAct> acts)
    {
        for (var i = 0; i < acts.Count; i++)
        {
            yield return acts[i].Text;
            if (i + 1 < acts.Count)
            {
                yield return acts[i].Text + " " + acts[i + 1].Text;
            }
        }
        if (text.Length <= 120)
        {
            yield return text;
        }
    }

    /// <summary>One turn, compared.</summary>
    public sealed class TurnMatch(MetByMatcher matcher, IReadOnlyList<UnderstoodAct> acts, float[] likeness, bool saidAvoided)
    {
        public bool SaidAvoided { get; } = saidAvoided;

        /// <param name="known">Ids of facts that came out, goals met, objections dissolved.</param>
        public bool Holds(MetBy by, Func<string, bool> known)
        {
            if (!by.After.All(known))
            {
                return false;
            }
            var acted = acts.Any(act => act.Confidence >= ActFrom && (by.Act is null || act.Act == by.Act)
                && (by.Topic is null || Topics.Same(act.Topic, by.Topic)));
            if (by.Phrases.Count == 0)
            {
                return acted && (by.Act is not null || by.Topic is not null);
            }
            var like = likeness[matcher._numbers[by]];
            return like >= NearlyAsWritten || like >= (by.Act is null && by.Topic is null ? Alike : acted ? AlikeWithAct : NearlyAsWritten);
        }
    }
}
