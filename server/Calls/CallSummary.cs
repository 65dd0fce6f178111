using RealtimeTraining.Server.Feedback;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Calls;

/// <summary>A call in a list.</summary>
/// <param name="Overall">Null while the call runs, was interrupted, or was too short to judge.</param>
/// <param name="CanContinue">It was interrupted and can go on from its log.</param>
public sealed record CallSummary(
    CallId Id, string ScenarioId, string ScenarioTitle, ScenarioType Type, Difficulty Difficulty, string PatientName, string TraineeName,
    CallStatus Status, DateTimeOffset StartedAt, int DurationMs, EndReason? EndReason, int? Overall, string? Letter,
    OutcomeStatus? Outcome, bool CanContinue, bool HasRecording);
