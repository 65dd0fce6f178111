using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>What the patient wants from the call and how far it has come.</summary>
public sealed class Agenda(Scenario scenario)
{
    private readonly HashSet<string> _met = [];
    private readonly HashSet<string> _offered = [];
    private readonly Dictionary<string, int> _raised = [];
    private readonly Dictionary<string, int> _raisedAt = [];

    public IReadOnlyCollection<string> Met => _met;

    public bool IsMet(Goal goal) => _met.Contains(goal.Id);

    /// <summary>What would meet it has been said, though objections may stand against it.</summary>
    public bool IsOffered(Goal goal) => _offered.Contains(goal.Id);

    public void Offer(Goal goal) => _offered.Add(goal.Id);

    public bool Meet(Goal goal) => _met.Add(goal.Id);

    public void Reopen(Goal goal) => _met.Remove(goal.Id);

    public int TimesRaised(Goal goal) => _raised.GetValueOrDefault(goal.Id);

    public void Raised(Goal goal, int turn)
    {
        _raised[goal.Id] = TimesRaised(goal) + 1;
        _raisedAt[goal.Id] = turn;
    }

    public void NotRaisedAfterAll(string goalId)
    {
        _raised[goalId] = Math.Max(0, _raised.GetValueOrDefault(goalId) - 1);
        _raisedAt.Remove(goalId);
    }

    public IEnumerable<Goal> Open => scenario.Goals.Where(goal => !IsMet(goal));

    public Goal? OpenRequired => Open.FirstOrDefault(goal => goal.Required);

    public bool AllRequiredMet => scenario.Goals.Any(goal => goal.Required) ? OpenRequired is null : _met.Count > 0;

    public double Solved
    {
        get
        {
            var required = scenario.Goals.Count(goal => goal.Required);
            return required == 0 ? 0 : (double)scenario.Goals.Count(goal => goal.Required && IsMet(goal)) / required;
        }
    }

    /// <summary>The next thing to bring up: the least raised first, none that was raised in the last turns.</summary>
    public Goal? ToRaise(int turn, int rest) => Open
        .Where(goal => !IsOffered(goal) && (!_raisedAt.TryGetValue(goal.Id, out var at) || turn - at >= rest))
        .OrderBy(TimesRaised).FirstOrDefault();

    /// <summary>Puts everything back to how it is now.</summary>
    public Action Keep() => Checkpoint.Of(_met) + Checkpoint.Of(_offered) + Checkpoint.Of(_raised) + Checkpoint.Of(_raisedAt);
}
