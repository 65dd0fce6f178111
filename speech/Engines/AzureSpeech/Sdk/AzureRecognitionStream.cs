using Microsoft.CognitiveServices.Speech;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Speech.Engines.AzureSpeech.Sdk;

/// <summary>One call's utterances, each with a session of its own at the service.</summary>
internal sealed class AzureRecognitionStream(
    SpeechConfig config, IReadOnlyList<string> phrases, AzureSpeechOptions options, TimeProvider time, Action giveBack) : IRecognitionStream
{
    private AzureUtterance? utterance;
    private long samplesInUtterance;
    private long dropped;
    private bool disposed;

    public event Action<PartialTranscript>? Partial;

    public long DroppedFrames => Interlocked.Read(ref dropped);

    public bool Write(ReadOnlyMemory<short> samples)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (samples.IsEmpty)
        {
            return true;
        }
        if (samplesInUtterance + samples.Length > AudioFormat.Samples(options.MaxUtteranceMs))
        {
            Interlocked.Increment(ref dropped);
            return false;
        }
        samplesInUtterance += samples.Length;
        utterance ??= new AzureUtterance(config, phrases, options, text => Partial?.Invoke(new PartialTranscript(text)));
        utterance.Write(samples.Span);
        return true;
    }

    public async ValueTask<Transcript> FinishAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (Take() is not { } ending)
        {
            return Transcript.Empty;
        }
        using var deadline = new RemoteDeadline(
            AzureService.Display(options), TimeSpan.FromMilliseconds(options.WordsTimeoutMs), time, cancellationToken);
        try
        {
            return await deadline.Explained(ending.FinishAsync);
        }
        finally
        {
            await ending.DisposeAsync();
        }
    }

    public async ValueTask AbandonAsync()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (Take() is { } ending)
        {
            await ending.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }
        disposed = true;
        if (Take() is { } ending)
        {
            await ending.DisposeAsync();
        }
        giveBack();
    }

    private AzureUtterance? Take()
    {
        var taken = utterance;
        (utterance, samplesInUtterance) = (null, 0);
        return taken;
    }
}
