using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Calls;

/// <summary>A practice call.</summary>
public sealed class CallRow : ITenantOwned
{
    public required Guid Id { get; init; }

    public Guid TenantId { get; set; }

    public required Guid TraineeId { get; init; }

    public required string ScenarioId { get; init; }

    /// <summary>The scenario as it was when the call was placed, as JSON: rubric and script are frozen with the call.</summary>
    public required string ScenarioJson { get; init; }

    public required string ScenarioTitle { get; init; }

    public required ScenarioType ScenarioType { get; init; }

    public required string PatientName { get; init; }

    public required Difficulty Difficulty { get; init; }

    public required int Seed { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public CallStatus Status { get; set; }

    public int DurationMs { get; set; }

    public EndReason? EndReason { get; set; }

    public int? Overall { get; set; }

    public OutcomeStatus? Outcome { get; set; }

    /// <summary>File name in the recordings folder; null before there is one.</summary>
    public string? RecordingFile { get; set; }
}

/// <summary>One line of a call's log.</summary>
public sealed class CallEventRow : ITenantOwned
{
    public required Guid CallId { get; init; }

    public required long Seq { get; init; }

    public Guid TenantId { get; set; }

    public required int AtMs { get; init; }

    public required string Type { get; init; }

    public required string Json { get; init; }
}

/// <summary>The debrief as it was written, as JSON.</summary>
public sealed class DebriefRow : ITenantOwned
{
    public required Guid CallId { get; init; }

    public Guid TenantId { get; set; }

    public required string Json { get; set; }
}

/// <summary>One category's score of one call, for trends.</summary>
public sealed class CategoryScoreRow : ITenantOwned
{
    public required Guid CallId { get; init; }

    public required ScoringCategory Category { get; init; }

    public Guid TenantId { get; set; }

    public required Guid TraineeId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Score { get; init; }
}

/// <summary>A way of saying something that a coach taught a scenario's patient.</summary>
public sealed class PhrasingRow : ITenantOwned
{
    public required Guid Id { get; init; }

    public Guid TenantId { get; set; }

    public required string ScenarioId { get; init; }

    public required TraineeAct Act { get; init; }

    public string? Topic { get; init; }

    public required string Text { get; init; }

    public required Guid AddedBy { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}
