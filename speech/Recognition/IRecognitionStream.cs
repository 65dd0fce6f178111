namespace RealtimeTraining.Speech.Recognition;

/// <summary>
/// One call's decoder. One caller at a time. Audio goes in utterance by utterance: the first frame after
/// <see cref="FinishAsync"/> or <see cref="AbandonAsync"/> begins the next one.
/// </summary>
public interface IRecognitionStream : IAsyncDisposable
{
    /// <summary>Raised on the decoder's own thread whenever the words so far have changed. Handlers must return at once.</summary>
    event Action<PartialTranscript>? Partial;

    /// <summary>Queues 16 kHz mono samples for the decoder and returns; never blocks on decoding.</summary>
    /// <returns>False when the decoder is too far behind and the frame was dropped (and counted).</returns>
    bool Write(ReadOnlyMemory<short> samples);

    /// <summary>Ends the utterance and gives its words. An utterance with no words gives an empty text.</summary>
    ValueTask<Transcript> FinishAsync(CancellationToken cancellationToken);

    /// <summary>Throws away the utterance so far.</summary>
    ValueTask AbandonAsync();

    /// <summary>Frames dropped because the decoder was behind.</summary>
    long DroppedFrames { get; }
}
