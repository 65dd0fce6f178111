namespace RealtimeTraining.Speech.Engines.Flite;

/// <param name="PauseMs">The silence that follows it in speech.</param>
internal readonly record struct Clause(string Text, int PauseMs);
