namespace RealtimeTraining.Server.Reviews;

/// <summary>What was said in one line.</summary>
/// <param name="Text">Empty where the recogniser heard no words.</param>
/// <param name="Confidence">0-1.</param>
/// <param name="Words">With times from the beginning of the recording; empty when the engine gives none.</param>
public sealed record SpokenWords(string Text, double Confidence, IReadOnlyList<Calls.SpokenWord> Words)
{
    /// <summary>How it sounded; null in recordings of before that was measured.</summary>
    public Calls.VoiceMeasures? Voice { get; init; }
}
