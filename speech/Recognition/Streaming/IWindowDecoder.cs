namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>
/// A model that hears a whole window at once, as Whisper does, and keeps nothing from one window to the next.
/// Thread-safe: several windows may be decoded at the same time.
/// </summary>
internal interface IWindowDecoder
{
    /// <summary>
    /// Done when the decoder has really let go, also after cancelling, which may take a while: the caller keeps what the
    /// decode occupies until then.
    /// </summary>
    /// <exception cref="InvalidOperationException">The decoder broke; the message says what to do.</exception>
    Task<IReadOnlyList<DecodedSegment>> DecodeAsync(WindowRequest request, CancellationToken cancellationToken);
}

/// <param name="Samples">16 kHz mono; not changed while it is decoded.</param>
/// <param name="Prompt">What the decoder should lean towards; may be empty.</param>
/// <param name="IsFinal">Worth a second try when the first gave poor words.</param>
internal sealed record WindowRequest(ReadOnlyMemory<short> Samples, string Prompt, bool IsFinal);
