using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Supervision;

/// <summary>One live call on the wallboard.</summary>
public sealed record WallboardRow
{
    public required CallId CallId { get; init; }

    public required string Trainee { get; init; }

    public required string ScenarioId { get; init; }

    public required string ScenarioTitle { get; init; }

    public required ScenarioType ScenarioType { get; init; }

    public required Difficulty Difficulty { get; init; }

    public required string Patient { get; init; }

    /// <summary>The call's clock when this was written.</summary>
    public int NowMs { get; init; }

    public CallPhase Phase { get; init; }

    /// <summary>Who speaks.</summary>
    public bool TraineeSpeaks { get; init; }

    public bool PatientSpeaks { get; init; }

    /// <summary>Null before the patient has shown one.</summary>
    public MoodLabel? Mood { get; init; }

    /// <summary>How the trainee's last utterances sounded, oldest first: 0 curt or irritated, 50 neutral, 100 warm and courteous.</summary>
    public IReadOnlyList<int> Tone { get; init; } = [];

    /// <summary>How much empathy the last utterances showed, evened out: 0 none to 100 strong.</summary>
    public IReadOnlyList<int> Empathy { get; init; } = [];

    public WallboardCue? LastCue { get; init; }

    /// <summary>The most urgent first.</summary>
    public IReadOnlyList<WallboardAlert> Alerts { get; init; } = [];

    /// <summary>How much the trainee needs somebody, 0-100; the wallboard is sorted by it.</summary>
    public int Need { get; init; }

    /// <summary>Who listens, whispers or speaks in this call.</summary>
    public IReadOnlyList<WallboardVisit> Supervisors { get; init; } = [];
}

public enum CallPhase
{
    Ringing,
    Talking,

    /// <summary>The patient is on hold.</summary>
    Holding,

    /// <summary>Nobody speaks.</summary>
    DeadAir,

    /// <summary>A supervisor has paused it.</summary>
    Paused,

    /// <summary>The trainee's browser has gone; the call waits for it.</summary>
    Away,
}

public sealed record WallboardCue(CueKind Kind, string Text, int AtMs);

public sealed record WallboardVisit(Guid VisitId, string Name, SupervisionMode Mode);

/// <param name="Text">One short sentence.</param>
/// <param name="SinceMs">On the call's clock.</param>
public sealed record WallboardAlert(AlertKind Kind, string Text, int SinceMs);

/// <summary>The most urgent first.</summary>
public enum AlertKind
{
    /// <summary>A compliance rule was broken in the last minute.</summary>
    BlockerBroken,

    /// <summary>A sign of an emergency is on the table and has not been passed on.</summary>
    BlockerAtRisk,

    /// <summary>The patient has nearly run out of patience, or has asked into the silence.</summary>
    AboutToHangUp,

    DeadAir,
    TalkOver,
}
