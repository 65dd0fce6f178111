namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <param name="Words">As a transcript holds them.</param>
/// <param name="NoSpeechProbability">How sure the decoder was that nobody spoke, 0-1.</param>
/// <param name="SpeechMs">How much speech a detector hears in the same sound; asked only when there is doubt.</param>
/// <param name="Prompt">What the decoder was told before.</param>
internal sealed record GuardEvidence(IReadOnlyList<RecognizedWord> Words, double NoSpeechProbability, Func<int> SpeechMs, string Prompt);
