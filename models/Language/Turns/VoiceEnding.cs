namespace RealtimeTraining.Models.Language.Turns;

/// <summary>How the pitch of a voice went right before it fell silent.</summary>
/// <param name="LastSlope">Semitones a second over the last 200 ms; negative: it fell.</param>
/// <param name="Slope">The same over the last 500 ms.</param>
/// <param name="Fall">Semitones that the last 200 ms lie below the last second.</param>
/// <param name="LastSound">How long the last sound was that had a pitch without a break, where 1 is usual of this speaker.</param>
public readonly record struct VoiceEnding(float LastSlope, float Slope, float Fall, float LastSound);
