using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>A scored call, as far as the choice of the next one needs it.</summary>
public sealed record PastCall(string ScenarioId, Difficulty Difficulty, int Overall, OutcomeStatus? Outcome);
