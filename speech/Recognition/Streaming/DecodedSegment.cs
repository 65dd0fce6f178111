namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>A stretch of speech as the decoder wrote it, punctuation and all.</summary>
/// <param name="NoSpeechProbability">How sure the decoder was that nobody spoke, 0-1.</param>
internal sealed record DecodedSegment(IReadOnlyList<DecodedToken> Tokens, double NoSpeechProbability);

/// <param name="Text">A piece of a word; one that begins with a space begins a word.</param>
/// <param name="StartMs">From the window's first sample.</param>
/// <param name="Probability">0-1.</param>
internal readonly record struct DecodedToken(string Text, int StartMs, int EndMs, double Probability);
