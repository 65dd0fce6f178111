using Microsoft.Extensions.Logging;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Speech.Engines.OpenAI;

/// <summary>
/// One call's utterances. While one is spoken it is sent again and again for the words so far, one request at a time;
/// when it ends it is sent whole.
/// </summary>
internal sealed partial class OpenAIRecognitionStream(
    TranscriptionClient client, string prompt, OpenAITranscriptionOptions options, TimeProvider time, ILogger logger) : IRecognitionStream
{
    /// <summary>Shorter sound holds no word, and servers refuse it.</summary>
    private static readonly int LeastSamples = AudioFormat.Samples(100);

    private readonly Lock gate = new();
    private readonly CancellationTokenSource closing = new();
    private CancellationTokenSource? utterance;
    private short[] samples = new short[AudioFormat.Samples(2_000)];
    private int count;
    private int sentCount;
    private long sentAt;
    private Task sending = Task.CompletedTask;
    private string lastPartial = "";
    private long dropped;
    private bool disposed;

    public event Action<PartialTranscript>? Partial;

    public long DroppedFrames => Interlocked.Read(ref dropped);

    public bool Write(ReadOnlyMemory<short> samples)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (count + samples.Length > AudioFormat.Samples(options.MaxUtteranceMs))
            {
                Interlocked.Increment(ref dropped);
                return false;
            }
            Keep(samples.Span);
            if (PartialIsDue())
            {
                (sentCount, sentAt) = (count, time.GetTimestamp());
                utterance ??= CancellationTokenSource.CreateLinkedTokenSource(closing.Token);
                sending = SendPartialAsync(this.samples[..count], utterance.Token);
            }
        }
        return true;
    }

    public async ValueTask<Transcript> FinishAsync(CancellationToken cancellationToken)
    {
        var whole = await EndAsync();
        if (whole.Length < LeastSamples)
        {
            return Transcript.Empty;
        }
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closing.Token);
        return await client.FinalAsync(whole, prompt, either.Token);
    }

    public async ValueTask AbandonAsync() => await EndAsync();

    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (gate)
        {
            if (disposed)
            {
                return;
            }
            disposed = true;
            last = sending;
        }
        await closing.CancelAsync();
        await last;
        utterance?.Dispose();
        closing.Dispose();
    }

    /// <summary>The utterance's samples; the next frame begins another. No partial comes any more once this is done.</summary>
    private async Task<short[]> EndAsync()
    {
        short[] whole;
        Task last;
        CancellationTokenSource? ended;
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            whole = samples[..count];
            (last, ended) = (sending, utterance);
            (utterance, count, sentCount, sending) = (null, 0, 0, Task.CompletedTask);
        }
        if (ended is not null)
        {
            await ended.CancelAsync();
            await last;
            ended.Dispose();
            lastPartial = "";
        }
        return whole;
    }

    private void Keep(ReadOnlySpan<short> more)
    {
        if (count + more.Length > samples.Length)
        {
            Array.Resize(ref samples, Math.Max(samples.Length * 2, count + more.Length));
        }
        more.CopyTo(samples.AsSpan(count));
        count += more.Length;
    }

    private bool PartialIsDue() => options.PartialEveryMs > 0 && Partial is not null && sending.IsCompleted
        && count - sentCount >= AudioFormat.Samples(options.PartialEveryMs) && count <= AudioFormat.Samples(options.PartialUpToMs)
        && (sentCount == 0 || time.GetElapsedTime(sentAt) >= TimeSpan.FromMilliseconds(options.PartialEveryMs));

    private async Task SendPartialAsync(short[] soFar, CancellationToken cancellationToken)
    {
        // Whoever writes frames goes on at once.
        await Task.Yield();
        try
        {
            var words = await client.PartialAsync(soFar, prompt, cancellationToken);
            if (words is not null && words.Text != lastPartial && !cancellationToken.IsCancellationRequested)
            {
                lastPartial = words.Text;
                Partial?.Invoke(new PartialTranscript(words.Text));
            }
        }
        catch (OperationCanceledException)
        {
            // The utterance is over.
        }
        catch (RemoteServerException e)
        {
            // The whole utterance is still to be sent; that one counts.
            LogNoPartial(logger, e.Failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "No words so far: {Failure}")]
    private static partial void LogNoPartial(ILogger logger, RemoteFailure failure);
}
