using RealtimeTraining.Server.Patients;

namespace RealtimeTraining.Server.Calls;

/// <summary>A reply that was begun while the trainee may only have paused.</summary>
/// <param name="Heard">What it answers; it serves for nothing else.</param>
/// <param name="Reply">Null: the patient would say nothing.</param>
internal sealed record PreparedReply(HeardTurn Heard, TentativeDecision Tentative, ReplySpeaker? Reply, Task Making, CancellationTokenSource Stopping);
