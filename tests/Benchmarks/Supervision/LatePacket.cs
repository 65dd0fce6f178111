namespace RealtimeTraining.Benchmarks.Supervision;

/// <summary>A packet of the patient's voice that came late to the caller.</summary>
/// <param name="LateMs">Against the first packet of its utterance.</param>
/// <param name="AtMs">Its place in the utterance.</param>
/// <param name="CameMs">On the clock of the call's <see cref="Timings"/>.</param>
public sealed record LatePacket(double LateMs, long Utterance, double AtMs, double CameMs);
