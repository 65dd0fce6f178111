using System.Collections.Immutable;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>What the patient holds against being offered what it wants, and what has been done about it.</summary>
public sealed class Objections(Scenario scenario, Difficulty difficulty, DifficultyProfile profile)
{
    private readonly List<Objection> _held = [.. scenario.Objections.Where(objection => objection.From <= difficulty).Take(profile.Objections)];
    private readonly Dictionary<string, ImmutableHashSet<TraineeAct>> _voiced = [];
    private readonly HashSet<string> _dissolved = [];

    public int Count => _held.Count;

    public IReadOnlyCollection<string> Dissolved => _dissolved;

    public IEnumerable<Objection> StandingAgainst(Goal goal) => _held.Where(objection => objection.Goal == goal.Id && !_dissolved.Contains(objection.Id));

    public bool IsVoiced(Objection objection) => _voiced.ContainsKey(objection.Id);

    /// <summary>From now on what the trainee does counts towards it; what came with the offer itself counts too.</summary>
    public void Voice(Objection objection, IEnumerable<TraineeAct> actsOfTheOffer) => _voiced[objection.Id] = [.. actsOfTheOffer];

    /// <summary>Takes in what the trainee did, and answers with the first voiced objection that this dissolves.</summary>
    public Objection? Hear(IEnumerable<TraineeAct> acts)
    {
        var done = acts.ToList();
        foreach (var objection in _held.Where(objection => _voiced.ContainsKey(objection.Id) && !_dissolved.Contains(objection.Id)))
        {
            _voiced[objection.Id] = _voiced[objection.Id].Union(done);
        }
        var gone = _held.FirstOrDefault(objection => _voiced.TryGetValue(objection.Id, out var heard)
            && !_dissolved.Contains(objection.Id) && done.Exists(objection.DissolvedBy.Contains) && objection.DissolvedBy.All(heard.Contains));
        if (gone is not null)
        {
            _dissolved.Add(gone.Id);
        }
        return gone;
    }

    /// <summary>Puts everything back to how it is now.</summary>
    public Action Keep() => Checkpoint.Of(_voiced) + Checkpoint.Of(_dissolved);
}
