namespace RealtimeTraining.Server.Reviews;

/// <summary>What came out of a file.</summary>
/// <param name="Channels">Of the sealed sound: 1 or 2.</param>
/// <param name="TwoSided">Two channels that differ: a party on each.</param>
public sealed record DecodedSound(int DurationMs, int Channels, bool TwoSided, IReadOnlyList<string> Notes);
