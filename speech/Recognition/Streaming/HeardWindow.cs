namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>The words of one window that are believed.</summary>
/// <param name="Words">With times from the utterance's first sample.</param>
/// <param name="IsSure">A second try would give no better ones.</param>
internal sealed record HeardWindow(IReadOnlyList<RecognizedWord> Words, bool IsSure);
