using System.ComponentModel.DataAnnotations;
using RealtimeTraining.Speech.Engines.PocketSphinx.Leaning;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Speech.Engines.PocketSphinx;

/// <summary>
/// A pool of decoders, made ahead one after the other (0.6 s each), each on a thread of its own and lent to one call
/// at a time. Thread-safe.
/// </summary>
public sealed class PocketSphinxRecognizer : ISpeechRecognizer
{
    private readonly object gate = new();
    private readonly PocketSphinxOptions options;
    private const int DefaultDecoders = 2;
    private readonly List<DecoderThread> free = [];
    private readonly Queue<TaskCompletionSource<DecoderThread>> waiting = new();
    private readonly List<DecoderThread> all = [];
    private readonly Task loading;
    private readonly LeanModels models = new();
    private Exception? broken;
    private readonly int decoders;
    private int toCome;
    private bool disposed;

    public PocketSphinxRecognizer(PocketSphinxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        this.options = options;
        decoders = options.Decoders ?? DefaultDecoders;
        toCome = decoders;
        loading = LoadAsync();
    }

    public string Name => "pocketsphinx";

    public async ValueTask<IRecognitionStream> OpenAsync(RecognitionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var thread = await TakeAsync(LeanModels.KeyOf(context.Phrases), cancellationToken);
        try
        {
            await PrepareAsync(thread, context.Phrases).WaitAsync(cancellationToken);
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidOperationException)
        {
            GiveBack(thread);
            throw;
        }
        return new PocketSphinxStream(thread, options, GiveBack);
    }

    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            if (disposed)
            {
                return;
            }
            disposed = true;
            FailWaiting(new ObjectDisposedException(nameof(PocketSphinxRecognizer)));
        }
        await loading;
        await Task.WhenAll(all.Select(thread => thread.StopAsync()));
    }

    private Task<bool> PrepareAsync(DecoderThread thread, IReadOnlyList<string> phrases) => thread.CallAsync(decoder =>
    {
        decoder.Prepare(models.For(phrases), options.LeanWeight);
        return true;
    });

    private async Task LoadAsync()
    {
        for (var number = 1; number <= decoders; number++)
        {
            DecoderThread thread;
            lock (gate)
            {
                if (disposed)
                {
                    return;
                }
                thread = new DecoderThread(options, number);
                all.Add(thread);
            }
            try
            {
                await thread.Ready;
                // So that the first call finds everything warm.
                await PrepareAsync(thread, []);
            }
            catch (Exception e) when (e is InvalidOperationException or DllNotFoundException or EntryPointNotFoundException)
            {
                lock (gate)
                {
                    toCome = 0;
                    FailWaiting(e);
                    broken = e;
                }
                return;
            }
            lock (gate)
            {
                toCome--;
                Offer(thread);
            }
        }
    }

    private async Task<DecoderThread> TakeAsync(string leanKey, CancellationToken cancellationToken)
    {
        TaskCompletionSource<DecoderThread> coming;
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (free.Count > 0)
            {
                // One that is ready for this scenario, or else the one that has waited longest.
                var chosen = free.Find(thread => thread.LeanedTo == leanKey) ?? free[0];
                free.Remove(chosen);
                return chosen;
            }
            if (waiting.Count(waiter => !waiter.Task.IsCompleted) >= toCome)
            {
                throw broken is { } cause
                    ? new InvalidOperationException($"PocketSphinx cannot be used: {cause.Message}", cause)
                    : new RecognizerBusyException(
                        $"All {decoders} decoders are in calls. More are made with the option Decoders.");
            }
            coming = new(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(coming);
        }
        await using var registration = cancellationToken.Register(() => coming.TrySetCanceled(cancellationToken));
        return await coming.Task;
    }

    private void GiveBack(DecoderThread thread)
    {
        lock (gate)
        {
            Offer(thread);
        }
    }

    private void Offer(DecoderThread thread)
    {
        while (waiting.TryDequeue(out var waiter))
        {
            if (waiter.TrySetResult(thread))
            {
                return;
            }
        }
        free.Add(thread);
    }

    private void FailWaiting(Exception cause)
    {
        while (waiting.TryDequeue(out var waiter))
        {
            waiter.TrySetException(cause);
        }
    }
}
