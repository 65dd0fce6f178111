using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Speech.Engines.PocketSphinx;

/// <summary>One call's hold on a decoder. Disposing it gives the decoder back, cleaned.</summary>
internal sealed class PocketSphinxStream : IRecognitionStream
{
    private const int BusyFactor = 10;

    private readonly DecoderThread thread;
    private readonly PocketSphinxOptions options;
    private readonly Action<DecoderThread> giveBack;
    private int queuedSamples;
    private int utterance;
    private long dropped;
    private int disposed;

    // Of the utterance; touched on the decoder's thread only.
    private readonly List<Transcript> parts = [];
    private long decodedSamples;
    private int partSamples;
    private long lastPartialAt;
    private string lastPartial = "";
    private InvalidOperationException? failure;

    public PocketSphinxStream(DecoderThread thread, PocketSphinxOptions options, Action<DecoderThread> giveBack)
    {
        this.thread = thread;
        this.options = options;
        this.giveBack = giveBack;
    }

    public event Action<PartialTranscript>? Partial;

    public long DroppedFrames => Interlocked.Read(ref dropped);

    public bool Write(ReadOnlyMemory<short> samples)
    {
        ObjectDisposedException.ThrowIf(disposed != 0, this);
        if (samples.IsEmpty)
        {
            return true;
        }
        if (Volatile.Read(ref queuedSamples) + samples.Length > AudioFormat.Samples(options.QueueMs))
        {
            Interlocked.Increment(ref dropped);
            return false;
        }
        Interlocked.Add(ref queuedSamples, samples.Length);
        // The caller may use its buffer again.
        var copy = samples.ToArray();
        var belongsTo = Volatile.Read(ref utterance);
        return thread.Post(decoder => Decode(decoder, copy, belongsTo));
    }

    public async ValueTask<Transcript> FinishAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(disposed != 0, this);
        return await thread.CallAsync(Finish).WaitAsync(cancellationToken);
    }

    public async ValueTask AbandonAsync()
    {
        ObjectDisposedException.ThrowIf(disposed != 0, this);
        // Sound of this utterance that still waits is not decoded any more.
        Interlocked.Increment(ref utterance);
        await thread.CallAsync(Abandon);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            Interlocked.Increment(ref utterance);
            try
            {
                await thread.CallAsync(Abandon);
                giveBack(thread);
            }
            catch (ObjectDisposedException)
            {
                // The recogniser went first; there is nothing to give back to.
            }
        }
    }

    /// <summary>Done when all that was written before has been decoded.</summary>
    internal Task CaughtUpAsync() => thread.CallAsync(_ => true);

    private void Decode(SphinxDecoder decoder, short[] samples, int belongsTo)
    {
        Interlocked.Add(ref queuedSamples, -samples.Length);
        if (failure is not null || belongsTo != Volatile.Read(ref utterance))
        {
            return;
        }
        try
        {
            if (partSamples >= AudioFormat.Samples(options.MaxPartMs))
            {
                EndPart(decoder);
            }
            decoder.Process(samples);
            decodedSamples += samples.Length;
            partSamples += samples.Length;
            ReportPartial(decoder);
        }
        catch (InvalidOperationException e)
        {
            failure = e;
        }
    }

    private void ReportPartial(SphinxDecoder decoder)
    {
        // While sound waits, decoding it comes first: partials are the first thing to become rare under load.
        var everyMs = thread.IsIdle ? options.PartialEveryMs : BusyFactor * options.PartialEveryMs;
        if (Partial is not { } handlers || decodedSamples - lastPartialAt < AudioFormat.Samples(everyMs))
        {
            return;
        }
        lastPartialAt = decodedSamples;
        var text = string.Join(' ', parts.Select(part => part.Text).Append(decoder.Partial()).Where(part => part.Length > 0));
        if (text != lastPartial)
        {
            lastPartial = text;
            handlers(new PartialTranscript(text));
        }
    }

    private void EndPart(SphinxDecoder decoder)
    {
        var part = decoder.Finish((int)AudioFormat.Milliseconds(decodedSamples - partSamples));
        partSamples = 0;
        if (part.Text.Length > 0)
        {
            parts.Add(part);
        }
    }

    private Transcript Finish(SphinxDecoder decoder)
    {
        if (failure is { } broken)
        {
            Abandon(decoder);
            throw broken;
        }
        EndPart(decoder);
        RecognizedWord[] words = [.. parts.SelectMany(part => part.Words)];
        var text = string.Join(' ', parts.Select(part => part.Text));
        Clear();
        return words.Length == 0 ? Transcript.Empty : new Transcript(text, words.Average(word => word.Confidence), words);
    }

    private bool Abandon(SphinxDecoder decoder)
    {
        decoder.Abandon();
        Clear();
        return true;
    }

    private void Clear()
    {
        parts.Clear();
        (decodedSamples, partSamples, lastPartialAt, lastPartial, failure) = (0, 0, 0, "", null);
    }
}
