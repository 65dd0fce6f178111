namespace RealtimeTraining.Speech.Synthesis;

/// <summary>Turns words into a voice. One instance serves all calls; it is thread-safe.</summary>
public interface ISpeechSynthesizer : IAsyncDisposable
{
    string Name { get; }

    IReadOnlyList<Voice> Voices { get; }

    /// <summary>
    /// Speaks one clause or sentence. Yields 16 kHz mono samples in chunks of any length, the first as soon as it
    /// exists. Stops at once when cancelled.
    /// </summary>
    IAsyncEnumerable<ReadOnlyMemory<short>> SpeakAsync(SpeechRequest request, CancellationToken cancellationToken);
}

/// <param name="Id">The engine's own name for the voice.</param>
/// <param name="Kind">"female" or "male".</param>
public sealed record Voice(string Id, string Kind);

/// <param name="Text">Plain text, at most 2,000 characters.</param>
/// <param name="Voice">A <see cref="Synthesis.Voice.Id"/>, or "female" / "male" for the engine's best of that kind.</param>
/// <param name="Rate">1 is the voice's own pace; 0.5 to 2.</param>
/// <param name="Pitch">1 is the voice's own pitch; 0.5 to 2.</param>
/// <param name="Style">The mood in lower case ("angry"), for voices that can be told; others take no notice. Null for plain.</param>
public sealed record SpeechRequest(string Text, string Voice, double Rate = 1, double Pitch = 1, string? Style = null);
