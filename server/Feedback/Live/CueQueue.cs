using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Feedback;

/// <summary>
/// Chooses which cue is given and when: one every few seconds, the most useful first, praise as often as correction, none
/// twice in a short while, none that is stale.
/// </summary>
internal sealed class CueQueue
{
    public const int GapMs = 6000;

    /// <summary>What is urgent does not wait so long for something that was not.</summary>
    private const int UrgentGapMs = 2500;
    private const int StaleMs = 12_000;
    private const int UrgentStaleMs = 25_000;
    private const int SameCodeGapMs = 40_000;
    private const int MostOfACode = 3;

    /// <summary>What one cue of the other sort given before adds to a cue's usefulness.</summary>
    private const int BalanceWeight = 12;

    /// <summary>Where one sort is so many ahead of the other, it is given less often.</summary>
    private const int MostAhead = 2;
    private const int AheadGapMs = 18_000;

    private readonly List<CueCandidate> _waiting = [];
    private readonly Dictionary<string, (int Count, int AtMs)> _given = [];
    private int? _lastMs;
    private bool _lastIsUrgent;
    private int _praises;
    private int _corrections;

    public void Offer(CueCandidate candidate)
    {
        // A newer one of the same sort says what the older would, about something fresher.
        _waiting.RemoveAll(c => c.Code == candidate.Code);
        _waiting.Add(candidate);
    }

    /// <summary>What was asked for has happened since: the suggestion is void.</summary>
    public void Withdraw(string code) => _waiting.RemoveAll(c => c.Code == code);

    /// <param name="atLeast">Nothing less useful is given now.</param>
    public CueGiven? Next(int nowMs, int atLeast = 0)
    {
        _waiting.RemoveAll(c => nowMs - c.AtMs > (c.IsUrgent ? UrgentStaleMs : StaleMs));
        var best = _waiting.Where(c => c.Usefulness >= atLeast && IsTimeFor(c, nowMs) && MayBeGiven(c, nowMs)).OrderByDescending(Rank).ThenBy(c => c.Utterance).FirstOrDefault();
        if (best is null)
        {
            return null;
        }
        _waiting.Remove(best);
        (_lastMs, _lastIsUrgent) = (nowMs, best.IsUrgent);
        var count = _given.GetValueOrDefault(best.Code).Count;
        _given[best.Code] = (count + 1, nowMs);
        if (best.Kind == CueKind.Praise)
        {
            _praises++;
        }
        else
        {
            _corrections++;
        }
        return new CueGiven(best.Kind, best.Category, best.Code, best.Texts[count % best.Texts.Length], best.Reason, best.Utterance) { AtMs = nowMs };
    }

    private bool IsTimeFor(CueCandidate candidate, int nowMs) =>
        _lastMs is not { } last || nowMs - last >= (candidate.IsUrgent && !_lastIsUrgent ? UrgentGapMs : GapMs);

    private bool MayBeGiven(CueCandidate candidate, int nowMs)
    {
        var (count, atMs) = _given.GetValueOrDefault(candidate.Code);
        return (count == 0 || (count < MostOfACode && nowMs - atMs >= SameCodeGapMs))
            && (candidate.IsUrgent || Ahead(candidate) < MostAhead || nowMs - _lastMs >= AheadGapMs);
    }

    /// <summary>How many more cues of its sort were given than of the other.</summary>
    private int Ahead(CueCandidate candidate) => candidate.Kind == CueKind.Praise ? _praises - _corrections : _corrections - _praises;

    private int Rank(CueCandidate candidate)
    {
        return candidate.Usefulness - BalanceWeight * Math.Clamp(Ahead(candidate), -3, 3);
    }
}
