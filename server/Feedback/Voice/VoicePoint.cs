namespace RealtimeTraining.Server.Feedback;

/// <summary>How one utterance sounded, against how the same person sounded in the first ones of the call. Null where it was too short to say.</summary>
/// <param name="LoudnessDb">Above (+) or below (-) the usual.</param>
/// <param name="PitchSemitones">Above or below the usual.</param>
/// <param name="Movement">How far the pitch moved within it, 1 as far as usual.</param>
/// <param name="WordsPerMinute">Its pace.</param>
/// <param name="Pace">1 as fast as usual.</param>
public sealed record VoicePoint(int Utterance, int AtMs, double LoudnessDb, double? PitchSemitones, double? Movement, int? WordsPerMinute, double? Pace);
