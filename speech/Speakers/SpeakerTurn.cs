namespace RealtimeTraining.Speech.Speakers;

/// <summary>Somebody speaks.</summary>
/// <param name="Speaker">0, 1, ... in the order of their first turns.</param>
public readonly record struct SpeakerTurn(int Speaker, int StartMs, int EndMs);
