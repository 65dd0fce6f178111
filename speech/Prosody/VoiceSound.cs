namespace RealtimeTraining.Speech.Prosody;

/// <summary>
/// How a voice sounded over one utterance. All but the pitch itself are the same for a high voice and a low one, and for a
/// quiet microphone and a loud one. Null where too little of it was voiced.
/// </summary>
/// <param name="PitchHz">The median.</param>
/// <param name="PitchRangeSemitones">From the 10th to the 90th percentile of its frames.</param>
/// <param name="LevelRangeDb">From the 10th to the 90th percentile of its voiced frames that lie within 15 dB of the loudest.</param>
/// <param name="VoicedMs">How much of it had a pitch.</param>
/// <param name="Times">Speech and pauses.</param>
public readonly record struct VoiceSound(double? PitchHz, double? PitchRangeSemitones, double? LevelRangeDb, int VoicedMs, SpeechTimes? Times);

/// <param name="SpeechMs">Without pauses.</param>
/// <param name="PauseMs">Between the first and the last sound of speech, all together.</param>
public readonly record struct SpeechTimes(int SpeechMs, int PauseMs, int LongestPauseMs);
