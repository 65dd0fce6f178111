using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Server.Engines.Failover;

/// <summary>
/// One call's recognition that outlives a broken engine: keeps the sound of the utterance, and when its engine breaks or
/// hangs lets the next one hear it from the beginning, within the same turn. One caller at a time.
/// </summary>
public sealed class LastingRecognition : IRecognitionStream
{
    /// <summary>Longer utterances are kept from here on back; what was before is lost with the engine.</summary>
    private const int KeptMs = 60_000;
    private readonly EngineSuccession<ISpeechRecognizer> _engines;
    private readonly RecognitionContext _context;
    private readonly TimeProvider _time;
    private readonly TimeSpan _finalAtMost;
    private readonly Queue<ReadOnlyMemory<short>> _utterance = new();
    private readonly List<IRecognitionStream> _broken = [];
    private long _kept;
    private long _dropped;
    private IRecognitionStream? _stream;

    private LastingRecognition(EngineSuccession<ISpeechRecognizer> engines, RecognitionContext context, TimeProvider time, TimeSpan finalAtMost) =>
        (_engines, _context, _time, _finalAtMost) = (engines, context, time, finalAtMost);

    public event Action<PartialTranscript>? Partial;

    public long DroppedFrames => _dropped + (_stream?.DroppedFrames ?? 0);

    /// <param name="engines">Owned from here on; disposed when there is no recognition.</param>
    /// <param name="finalAtMost">An engine that has not given its final by then has broken.</param>
    /// <returns>Null when no recogniser can run here.</returns>
    /// <exception cref="RecognizerBusyException">Every engine that runs here is in use.</exception>
    public static async Task<LastingRecognition?> OpenAsync(
        EngineSuccession<ISpeechRecognizer> engines, RecognitionContext context, TimeProvider time, TimeSpan finalAtMost, CancellationToken cancellationToken)
    {
        var recognition = new LastingRecognition(engines, context, time, finalAtMost);
        try
        {
            if (await recognition.OpenAsync(cancellationToken))
            {
                return recognition;
            }
        }
        catch
        {
            await engines.DisposeAsync();
            throw;
        }
        await engines.DisposeAsync();
        return null;
    }

    public bool Write(ReadOnlyMemory<short> samples)
    {
        _utterance.Enqueue(samples);
        _kept += samples.Length;
        while (_kept > AudioFormat.Samples(KeptMs))
        {
            _kept -= _utterance.Dequeue().Length;
        }
        return _stream?.Write(samples) ?? false;
    }

    public async ValueTask<Transcript> FinishAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (_stream is { } stream)
            {
                try
                {
                    return await stream.FinishAsync(cancellationToken).AsTask().WaitAsync(_finalAtMost, _time, cancellationToken);
                }
                catch (Exception exception) when (exception is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
                {
                    await MoveOnAsync(exception, cancellationToken);
                }
            }
            return Transcript.Empty;
        }
        finally
        {
            Forget();
        }
    }

    public async ValueTask AbandonAsync()
    {
        Forget();
        if (_stream is { } stream)
        {
            try
            {
                await stream.AbandonAsync();
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                await MoveOnAsync(exception, CancellationToken.None);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Drop();
        foreach (var stream in _broken)
        {
            try
            {
                await stream.DisposeAsync().AsTask().WaitAsync(_finalAtMost, _time);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // It was broken, or hangs; its engine's owner will find out.
            }
        }
        await _engines.DisposeAsync();
    }

    private async Task<bool> OpenAsync(CancellationToken cancellationToken)
    {
        RecognizerBusyException? busy = null;
        for (var found = _engines.MoveOn(); found;)
        {
            try
            {
                Take(await _engines.Current!.OpenAsync(_context, cancellationToken));
                return true;
            }
            catch (RecognizerBusyException full)
            {
                busy = full;
                found = _engines.MoveOn();
            }
            catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
            {
                found = _engines.MoveOn(exception);
            }
        }
        return busy is null ? false : throw busy;
    }

    private async Task MoveOnAsync(Exception cause, CancellationToken cancellationToken)
    {
        Drop();
        for (var found = _engines.MoveOn(cause); found;)
        {
            try
            {
                Take(await _engines.Current!.OpenAsync(_context, cancellationToken));
                foreach (var samples in _utterance)
                {
                    _stream!.Write(samples);
                }
                return;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
            {
                found = exception is RecognizerBusyException ? _engines.MoveOn() : _engines.MoveOn(exception);
            }
        }
    }

    private void Take(IRecognitionStream stream)
    {
        _stream = stream;
        stream.Partial += OnPartial;
    }

    private void Drop()
    {
        if (_stream is { } stream)
        {
            stream.Partial -= OnPartial;
            _dropped += stream.DroppedFrames;
            _broken.Add(stream);
            _stream = null;
        }
    }

    private void OnPartial(PartialTranscript partial) => Partial?.Invoke(partial);

    private void Forget()
    {
        _utterance.Clear();
        _kept = 0;
    }
}
