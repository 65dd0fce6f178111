using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Several recordings put before several coaches, who judge them blind. It has opened when each has handed in each, or when it was closed.</summary>
public sealed class CalibrationRow : ITenantOwned
{
    public required Guid Id { get; init; }

    public Guid TenantId { get; set; }

    public required string Title { get; init; }

    public required Guid MadeBy { get; init; }

    /// <summary>As it was then; people are renamed and leave.</summary>
    public required string MadeByName { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Opened before all had handed in; null: not so.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    public string? ClosedByName { get; set; }
}

/// <summary>A recording of a calibration; goes with either.</summary>
public sealed class CalibrationCallRow : ITenantOwned
{
    public required Guid CalibrationId { get; init; }

    public required Guid RecordedCallId { get; init; }

    public Guid TenantId { get; set; }

    /// <summary>1, 2, 3, ... as they were chosen.</summary>
    public required int Number { get; init; }
}

/// <summary>A coach of a calibration.</summary>
public sealed class CalibrationCoachRow : ITenantOwned
{
    public required Guid CalibrationId { get; init; }

    public required Guid CoachId { get; init; }

    public Guid TenantId { get; set; }

    /// <summary>As it was then; people are renamed and leave.</summary>
    public required string CoachName { get; init; }

    /// <summary>When they first looked at what all had judged; null: not since it has opened, or it has not.</summary>
    public DateTimeOffset? ResultsSeenAt { get; set; }
}

/// <summary>The score that the coaches of a calibration settled on; what each had judged stays.</summary>
public sealed class AgreedScoreRow : ITenantOwned
{
    public required Guid CalibrationId { get; init; }

    public required Guid RecordedCallId { get; init; }

    public required ScoringCategory Category { get; init; }

    public Guid TenantId { get; set; }

    /// <summary>0-100.</summary>
    public required int Score { get; set; }

    public required string ByName { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>Why, sealed.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>What its reason is sealed for.</summary>
    public string SealName => $"agreed {CalibrationId:N} {RecordedCallId:N} {Category}";
}
