using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Mind;

/// <summary>What the trainee did in this turn.</summary>
public sealed class TraineeTurn(HeardTurn heard, Understanding understanding, MetByMatcher.TurnMatch match)
{
    private const double Sure = 0.4;

    private static readonly string[] FarewellWords = ["bye", "goodbye", "have a", "take care", "feel better", "talk to you soon", "see you", "that's all then", "that is all then"];

    public HeardTurn Heard { get; } = heard;

    public MetByMatcher.TurnMatch Match { get; } = match;

    public IReadOnlyList<UnderstoodAct> Acts { get; } = [.. understanding.Acts.Where(act => act.Act != TraineeAct.Unclear && act.Confidence >= Sure)];

    /// <summary>A weak recognition makes the patient less sure of it all.</summary>
    public double Confidence { get; } = understanding.Confidence * (0.65 + 0.35 * Math.Clamp(heard.Confidence, 0, 1));

    public IEnumerable<UnderstoodAct> Asks => Acts.Where(act => act.Act == TraineeAct.Ask);

    public bool Has(TraineeAct act) => Acts.Any(done => done.Act == act);

    public bool HasOnly(params TraineeAct[] acts) => Acts.Count > 0 && Acts.All(done => acts.Contains(done.Act));

    /// <summary>Ends the call, not only a part of it.</summary>
    public bool SaysFarewell { get; } = understanding.Acts.Any(act => act.Act == TraineeAct.Close)
        && Array.Exists(FarewellWords, word => (" " + heard.Text.ToLowerInvariant()).Contains(" " + word, StringComparison.Ordinal));

    public bool IsBackchannel => Heard.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 5
        && !Asks.Any() && !SaysFarewell && !Has(TraineeAct.Hold) && !Has(TraineeAct.Transfer);
}
