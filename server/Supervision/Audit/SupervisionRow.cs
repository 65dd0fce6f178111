using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Supervision;

/// <summary>
/// One thing that a supervisor did in a call. Stands by itself: names are kept as they were, and the row outlives the
/// call and the people.
/// </summary>
public sealed class SupervisionRow : ITenantOwned
{
    public required Guid Id { get; init; }

    public Guid TenantId { get; set; }

    public required Guid CallId { get; init; }

    public required Guid SupervisorId { get; init; }

    public required string SupervisorName { get; init; }

    public required string TraineeName { get; init; }

    public required string ScenarioTitle { get; init; }

    public required SupervisionAct Act { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>On the call's clock.</summary>
    public required int AtMs { get; init; }

    /// <summary>Null while it goes on. The same as the start for what takes no time.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public SupervisionEnd? EndedBecause { get; set; }
}

public enum SupervisionAct
{
    Listened,
    Whispered,
    Barged,
    WhisperedNote,
    TookNote,
    GaveCue,
    SaidTyped,
    PausedCall,
    ResumedCall,
    EndedCall,
}

public enum SupervisionEnd
{
    /// <summary>By the supervisor's own wish.</summary>
    Left,

    /// <summary>Went on in another mode.</summary>
    ChangedMode,

    CallEnded,
    ConnectionLost,
    RoleTakenAway,
    ServerStopped,
}

/// <summary>Who does something in which call.</summary>
public readonly record struct Supervisor(Guid TenantId, Guid UserId, string Name);
