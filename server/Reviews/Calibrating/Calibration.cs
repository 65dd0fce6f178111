using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Reviews;

/// <param name="HandedIn">How many of the recordings they have judged.</param>
public sealed record CalibrationCoach(string Name, int HandedIn);

/// <param name="ToJudge">How many recordings wait for who asks.</param>
/// <param name="Opened">All have handed in, or it was closed: everybody reads everything.</param>
/// <param name="IsNew">It has opened, and who asks judges in it and has not looked at it since.</param>
public sealed record CalibrationListed(
    Guid Id, string Title, string MadeBy, DateTimeOffset MadeAt, int Calls, IReadOnlyList<CalibrationCoach> Coaches, int ToJudge, bool Opened, bool IsNew);

/// <param name="Score">0-100, the coach's own, or the one that was worked out where they left it.</param>
/// <param name="Reason">Null: left as it was worked out.</param>
public sealed record CalibrationScore(string CoachName, int Score, string? Reason);

/// <summary>The score that the coaches settled on.</summary>
public sealed record AgreedScore(int Score, string Reason, string By, DateTimeOffset At);

/// <param name="WorkedOut">Null: not enough to judge.</param>
/// <param name="Scores">Side by side, by the coaches' names.</param>
/// <param name="Spread">From the lowest score to the highest.</param>
/// <param name="Agreed">Null: not settled.</param>
public sealed record CalibrationCategory(ScoringCategory Category, int? WorkedOut, IReadOnlyList<CalibrationScore> Scores, int Spread, AgreedScore? Agreed);

/// <param name="HandedIn">Who asks has judged it.</param>
/// <param name="Categories">Empty until it has opened.</param>
public sealed record CalibrationCall(Guid RecordedCallId, string FileName, bool HandedIn, IReadOnlyList<CalibrationCategory> Categories);

/// <param name="Mine">Who asks judges in it.</param>
/// <param name="MayClose">Who asks made it, or is an administrator.</param>
/// <param name="Agreement">Empty until it has opened.</param>
public sealed record Calibration(
    Guid Id, string Title, string MadeBy, DateTimeOffset MadeAt, bool Opened, string? ClosedBy, bool Mine, bool MayClose,
    IReadOnlyList<CalibrationCoach> Coaches, IReadOnlyList<CalibrationCall> Calls, IReadOnlyList<CalibrationAgreement> Agreement);
