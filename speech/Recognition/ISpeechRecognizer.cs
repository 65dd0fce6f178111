namespace RealtimeTraining.Speech.Recognition;

/// <summary>Turns speech into words. One instance serves all calls; it is thread-safe.</summary>
public interface ISpeechRecognizer : IAsyncDisposable
{
    string Name { get; }

    /// <summary>
    /// Takes a decoder for one call out of the pool. Throws <see cref="RecognizerBusyException"/> when none is free.
    /// Disposing the stream gives the decoder back.
    /// </summary>
    ValueTask<IRecognitionStream> OpenAsync(RecognitionContext context, CancellationToken cancellationToken);
}

/// <summary>What the recogniser should lean towards.</summary>
/// <param name="Phrases">Names, drugs and phrases of the scenario, as spoken text.</param>
public sealed record RecognitionContext(IReadOnlyList<string> Phrases)
{
    public static RecognitionContext None { get; } = new([]);
}

/// <summary>Every decoder is in use.</summary>
public sealed class RecognizerBusyException(string message) : Exception(message);
