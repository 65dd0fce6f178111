using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>
/// One call's utterances, recognised with a decoder that hears whole windows: again and again from a growing window
/// while somebody speaks, at most one at a time, and once more at the end unless nothing was said since the last.
/// A decode that was given up is never waited for.
/// </summary>
internal sealed class WindowedStream(
    IWindowDecoder decoder, DecodeScheduler scheduler, WindowReader reader, string prompt, WindowedOptions options, TimeProvider time, Action closed) : IRecognitionStream
{
    private readonly Lock gate = new();

    // Held while a partial is told, so that none of an utterance comes after its end.
    private readonly Lock telling = new();
    private readonly CancellationTokenSource closing = new();
    private Utterance current = new(options);
    private long dropped;
    private bool disposed;

    public event Action<PartialTranscript>? Partial;

    public long DroppedFrames => Interlocked.Read(ref dropped);

    /// <summary>Done when the partial that is being made, if any, has been told.</summary>
    internal Task PartialDone
    {
        get
        {
            lock (gate)
            {
                return current.Decoding;
            }
        }
    }

    public bool Write(ReadOnlyMemory<short> samples)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (current.Audio.Count + samples.Length > AudioFormat.Samples(options.MaxUtteranceMs))
            {
                Interlocked.Increment(ref dropped);
                return false;
            }
            current.Audio.Add(samples.Span);
            if (current.PartialIsDue() && !scheduler.FinalWaits)
            {
                var window = current.NextWindow();
                current.Running = null;
                current.Decoding = PartialAsync(current, window);
            }
        }
        return true;
    }

    public async ValueTask<Transcript> FinishAsync(CancellationToken cancellationToken)
    {
        var ended = End(isDisposing: false)!;
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closing.Token);
        try
        {
            await CompleteAsync(ended, giveUp.Token).WaitAsync(TimeSpan.FromMilliseconds(options.FinalBudgetMs), time, giveUp.Token);
        }
        catch (TimeoutException e)
        {
            // The words so far are better than none.
            if (!HasWords(ended))
            {
                throw new TimeoutException($"The utterance was not written down within {options.FinalBudgetMs} ms: a smaller model or fewer calls would be quicker.", e);
            }
        }
        finally
        {
            await ended.Over.CancelAsync();
            await giveUp.CancelAsync();
        }
        lock (gate)
        {
            return ended.Text.ToTranscript();
        }
    }

    public async ValueTask AbandonAsync()
    {
        if (End(isDisposing: false) is { } ended)
        {
            await ended.Over.CancelAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (End(isDisposing: true) is { } ended)
        {
            await ended.Over.CancelAsync();
            await closing.CancelAsync();
            closed();
        }
    }

    /// <summary>The utterance so far, of which no partial is told any more; the next frame begins another. Null when it was disposed before.</summary>
    private Utterance? End(bool isDisposing)
    {
        Utterance ended;
        lock (gate)
        {
            if (disposed && isDisposing)
            {
                return null;
            }
            ObjectDisposedException.ThrowIf(disposed, this);
            disposed = isDisposing;
            (ended, current) = (current, new Utterance(options));
        }
        lock (telling)
        {
            ended.Ended = true;
        }
        return ended;
    }

    private async Task PartialAsync(Utterance utterance, UtteranceWindow window)
    {
        // Whoever writes frames goes on at once.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var began = time.GetTimestamp();
        try
        {
            var heard = await DecodeAsync(utterance, window, DecodePriority.Partial, utterance.Over.Token);
            string? words;
            lock (gate)
            {
                utterance.Over.Token.ThrowIfCancellationRequested();
                words = utterance.Take(window, heard, (int)time.GetElapsedTime(began).TotalMilliseconds);
            }
            Tell(utterance, words);
        }
        catch (OperationCanceledException)
        {
            // The utterance is over, or somebody's final came first.
        }
        catch (InvalidOperationException)
        {
            // The final fails the same way, and says so.
            lock (gate)
            {
                utterance.Failed = true;
            }
        }
    }

    private async Task CompleteAsync(Utterance ended, CancellationToken cancellationToken)
    {
        bool wait;
        lock (gate)
        {
            wait = ended.IsBeingCovered;
        }
        if (wait)
        {
            await ended.Decoding.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await ended.Over.CancelAsync();
        while (Next(ended) is { } window)
        {
            var heard = await DecodeAsync(ended, window, DecodePriority.Final, cancellationToken);
            lock (gate)
            {
                cancellationToken.ThrowIfCancellationRequested();
                ended.Commit(window, heard);
            }
        }
    }

    private UtteranceWindow? Next(Utterance ended)
    {
        lock (gate)
        {
            return ended.HasMore && !ended.IsCovered ? ended.NextWindow() : null;
        }
    }

    private async Task<HeardWindow> DecodeAsync(Utterance utterance, UtteranceWindow window, DecodePriority priority, CancellationToken cancellationToken)
    {
        WindowRequest request;
        lock (gate)
        {
            request = new WindowRequest(
                utterance.Audio.Part(window.From, window.To), ScenarioPrompt.GoOn(prompt, utterance.Text.Committed), priority == DecodePriority.Final);
        }
        var segments = await scheduler.RunAsync(priority, token =>
        {
            lock (gate)
            {
                utterance.Running = window;
            }
            return decoder.DecodeAsync(request, token);
        }, cancellationToken);
        return reader.Read(segments, request, window.From);
    }

    private void Tell(Utterance utterance, string? words)
    {
        lock (telling)
        {
            if (words is not null && !utterance.Ended)
            {
                Partial?.Invoke(new PartialTranscript(words));
            }
        }
    }

    private bool HasWords(Utterance utterance)
    {
        lock (gate)
        {
            return !utterance.Text.IsEmpty;
        }
    }
}
