using RealtimeTraining.Speech.Engines.PocketSphinx;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.TestKit.Listening;

/// <summary>PocketSphinx that has always decoded all it was given, so that what it says does not depend on the machine.</summary>
public sealed class InStep : IRecognitionStream
{
    private readonly PocketSphinxStream _inner;

    /// <param name="stream">Of a <see cref="PocketSphinxRecognizer"/>.</param>
    public InStep(IRecognitionStream stream) => _inner = (PocketSphinxStream)stream;

    public event Action<PartialTranscript>? Partial
    {
        add => _inner.Partial += value;
        remove => _inner.Partial -= value;
    }

    public long DroppedFrames => _inner.DroppedFrames;

    public bool Write(ReadOnlyMemory<short> samples)
    {
        var taken = _inner.Write(samples);
        _inner.CaughtUpAsync().GetAwaiter().GetResult();
        return taken;
    }

    public ValueTask<Transcript> FinishAsync(CancellationToken cancellationToken) => _inner.FinishAsync(cancellationToken);

    public ValueTask AbandonAsync() => _inner.AbandonAsync();

    public ValueTask DisposeAsync() => _inner.DisposeAsync();
}
