namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>What one decode covers.</summary>
/// <param name="From">In samples from the utterance's first.</param>
/// <param name="IsPart">There is more after it than can be decoded at once.</param>
internal readonly record struct UtteranceWindow(int From, int To, bool IsPart);
