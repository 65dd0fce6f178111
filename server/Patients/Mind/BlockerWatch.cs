using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>Watches the rules of compliance, and how long an emergency has been missed.</summary>
public sealed class BlockerWatch(Scenario scenario, DifficultyProfile profile)
{
    private readonly HashSet<string> _raised = [];
    private readonly HashSet<string> _handled = [];
    private readonly Dictionary<string, int> _missedFor = [];

    /// <summary>An emergency that is on the table and has been missed for too long: it gets worse now.</summary>
    public bool GetsWorse { get; private set; }

    /// <summary>The emergency was taken seriously in this turn.</summary>
    public bool JustHandled { get; private set; }

    public bool Pending => scenario.Blockers.Any(blocker => _missedFor.ContainsKey(blocker.Id) && !_handled.Contains(blocker.Id));

    public IEnumerable<BlockerRaised> Hear(MetByMatcher.TurnMatch match, IReadOnlyList<UnderstoodAct> acts, FactBook facts, Func<string, bool> known, HeardTurn turn, bool closes)
    {
        (GetsWorse, JustHandled) = (false, false);
        var raised = new List<BlockerRaised>();
        foreach (var blocker in scenario.Blockers)
        {
            var broken = blocker.Kind switch
            {
                BlockerKind.EmergencyNotEscalated => Missed(blocker, match, acts, facts, known, closes) || (Pending && blocker.BrokenBy.Any(by => match.Holds(by, known))),
                BlockerKind.DisclosedBeforeIdentity => !facts.IdentityKnown && blocker.BrokenBy.Any(by => match.Holds(by, known)),
                _ => blocker.BrokenBy.Any(by => match.Holds(by, known)),
            };
            if (broken && _raised.Add(blocker.Id))
            {
                raised.Add(new BlockerRaised(blocker.Id, blocker.Kind, blocker.Text, turn.Utterance));
            }
        }
        return raised;
    }

    private bool Missed(Blocker blocker, MetByMatcher.TurnMatch match, IReadOnlyList<UnderstoodAct> acts, FactBook facts, Func<string, bool> known, bool closes)
    {
        if (_handled.Contains(blocker.Id) || !scenario.Facts.Any(fact => blocker.Signs.Contains(fact.Id) && facts.IsRevealed(fact)))
        {
            return false;
        }
        if (blocker.Required.Count > 0
            ? blocker.Required.Any(by => match.Holds(by, known))
            : acts.Any(act => act.Act == TraineeAct.Escalate && act.Confidence >= 0.45))
        {
            _handled.Add(blocker.Id);
            JustHandled = true;
            return false;
        }
        var missed = _missedFor[blocker.Id] = _missedFor.GetValueOrDefault(blocker.Id) + 1;
        GetsWorse |= missed == profile.EmergencyTurns || (missed > profile.EmergencyTurns && (missed - profile.EmergencyTurns) % 3 == 0);
        return closes || missed >= profile.EmergencyTurns + 2;
    }

    /// <summary>Puts everything back to how it is now.</summary>
    public Action Keep()
    {
        var (getsWorse, justHandled) = (GetsWorse, JustHandled);
        return Checkpoint.Of(_raised) + Checkpoint.Of(_handled) + Checkpoint.Of(_missedFor) + (() => (GetsWorse, JustHandled) = (getsWorse, justHandled));
    }
}
