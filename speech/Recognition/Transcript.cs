namespace RealtimeTraining.Speech.Recognition;

/// <summary>The words of one utterance as the recogniser heard them.</summary>
/// <param name="Text">Lower case, no punctuation. Empty when nothing was recognised.</param>
/// <param name="Confidence">0-1.</param>
/// <param name="Words">Words with their time from the utterance's first sample; empty when the engine has none.</param>
public sealed record Transcript(string Text, double Confidence, IReadOnlyList<RecognizedWord> Words)
{
    public static Transcript Empty { get; } = new("", 0, []);
}

public readonly record struct RecognizedWord(string Text, int StartMs, int EndMs, double Confidence);

/// <summary>The words so far; later words may replace them.</summary>
public readonly record struct PartialTranscript(string Text);
