using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>Ticks off the script: key phrases used, phases done, phrases to avoid that were said. One a call.</summary>
internal sealed class ScriptTracker(Scenario scenario)
{
    /// <summary>Phrases of so many phases in one utterance are a list read out.</summary>
    private const int ListPhases = 4;

    /// <summary>Of fewer phases, where hardly a word is the speaker's own.</summary>
    private const int ShortListPhases = 3;
    private const int ShortListPhrases = 4;
    private const double ShortListCoverage = 0.8;

    private readonly (ScriptPhase Phase, KeyPhrase Phrase, PhraseMatcher Matcher)[] _phrases =
        [.. from phase in scenario.Script.Phases
            from phrase in phase.KeyPhrases
            select (phase, phrase, new PhraseMatcher(phrase.Phrase, phrase.Variants))];

    private readonly (PhraseToAvoid Phrase, PhraseMatcher Matcher)[] _avoid =
        [.. scenario.Script.Avoid.Select(phrase => (phrase, new PhraseMatcher(phrase.Phrase, phrase.Variants)))];

    private readonly Dictionary<(string Phase, string Phrase), (int Utterance, string Quote)> _used = [];
    private readonly Dictionary<string, int> _done = [];
    private readonly List<PhraseAvoidedSaid> _avoided = [];

    public IReadOnlyDictionary<(string Phase, string Phrase), (int Utterance, string Quote)> Used => _used;

    /// <summary>Phases done, with the utterance that completed them.</summary>
    public IReadOnlyDictionary<string, int> Done => _done;

    public IReadOnlyList<PhraseAvoidedSaid> Avoided => _avoided;

    public int UsedIn(ScriptPhase phase) => phase.KeyPhrases.Count(p => _used.ContainsKey((phase.Id, p.Id)));

    public Heard Hear(int utterance, SpokenLine line)
    {
        var events = new List<CallEvent>();
        var said = Said(line);
        foreach (var (phase, phrase, match) in said)
        {
            if (_used.TryAdd((phase.Id, phrase.Id), (utterance, match.Quote)))
            {
                events.Add(new PhraseUsed(phase.Id, phrase.Id, utterance, Math.Round(match.Likeness, 3)));
                if (CompleteIfEnough(phase, utterance))
                {
                    events.Add(new PhaseDone(phase.Id, utterance));
                }
            }
        }
        var avoided = AvoidedIn(utterance, line).ToList();
        _avoided.AddRange(avoided);
        events.AddRange(avoided);
        return new Heard(events, IsListOf(said, line));
    }

    /// <summary>What <see cref="Hear"/> would find in it. Nothing is ticked off.</summary>
    public Glimpse Look(int utterance, SpokenLine line)
    {
        var said = Said(line);
        var completed =
            from each in said
            where !_used.ContainsKey((each.Phase.Id, each.Phrase.Id))
            group each by each.Phase into more
            where !_done.ContainsKey(more.Key.Id) && UsedIn(more.Key) + more.Count() >= Needed(more.Key)
            select more.Key;
        return new Glimpse([.. completed], [.. AvoidedIn(utterance, line)], IsListOf(said, line));
    }

    private IEnumerable<PhraseAvoidedSaid> AvoidedIn(int utterance, SpokenLine line) =>
        from each in _avoid
        let match = each.Matcher.Match(line)
        where match.Said
        select new PhraseAvoidedSaid(each.Phrase.Id, utterance, match.Quote);

    private List<(ScriptPhase Phase, KeyPhrase Phrase, PhraseMatch Match)> Said(SpokenLine line) =>
        [.. from each in _phrases
            let match = each.Matcher.Match(line)
            where match.Said
            select (each.Phase, each.Phrase, match)];

    private static bool IsListOf(List<(ScriptPhase Phase, KeyPhrase Phrase, PhraseMatch Match)> said, SpokenLine line)
    {
        var phases = said.Select(s => s.Phase.Id).Distinct().Count();
        var covered = said.Sum(s => SpokenText.Words(s.Match.Quote).Length) >= ShortListCoverage * line.WordCount;
        return phases >= ListPhases || (phases >= ShortListPhases && said.Count >= ShortListPhrases && covered);
    }

    /// <summary>What was ticked off live stays ticked off, should the matching have changed since.</summary>
    public void Remember(CallEvent callEvent)
    {
        switch (callEvent)
        {
            case PhraseUsed used:
                _used.TryAdd((used.PhaseId, used.PhraseId), (used.Utterance, ""));
                break;
            case PhaseDone done:
                _done.TryAdd(done.PhaseId, done.Utterance);
                break;
            case PhraseAvoidedSaid said when !_avoided.Any(a => a.PhraseId == said.PhraseId && a.Utterance == said.Utterance):
                _avoided.Add(said);
                break;
            default:
                break;
        }
    }

    private static int Needed(ScriptPhase phase) => Math.Min(phase.Enough, phase.KeyPhrases.Count);

    private bool CompleteIfEnough(ScriptPhase phase, int utterance) =>
        UsedIn(phase) >= Needed(phase) && _done.TryAdd(phase.Id, utterance);

    /// <param name="IsList">Phrases of several phases in one breath.</param>
    internal sealed record Heard(IReadOnlyList<CallEvent> Events, bool IsList);

    /// <param name="Completed">Phases that it would complete.</param>
    /// <param name="IsList">As of <see cref="Heard"/>.</param>
    internal sealed record Glimpse(IReadOnlyList<ScriptPhase> Completed, IReadOnlyList<PhraseAvoidedSaid> Avoided, bool IsList);
}
