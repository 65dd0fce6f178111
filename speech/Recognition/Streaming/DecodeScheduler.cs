namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>
/// Hands out the machine's cores to decodes: as many at once as there are slots, finals before partials, each kind in
/// the order in which it came. While a final waits, a partial that runs is told to stop. A slot is free again when its
/// decoder has really let go, which may be later than its caller does. Thread-safe.
/// </summary>
internal sealed class DecodeScheduler(int slots) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly LinkedList<DecodeLease> finals = new();
    private readonly LinkedList<DecodeLease> partials = new();
    private readonly List<DecodeLease> running = [];
    private bool closed;

    /// <summary>Somebody waits for an answer, so that partials should not even queue.</summary>
    public bool FinalWaits
    {
        get
        {
            lock (gate)
            {
                return finals.Count > 0;
            }
        }
    }

    /// <exception cref="OperationCanceledException">Cancelled, or a partial that had to make way; the decoder may not have let go yet.</exception>
    /// <exception cref="ObjectDisposedException">The scheduler was disposed.</exception>
    public async Task<T> RunAsync<T>(DecodePriority priority, Func<CancellationToken, Task<T>> decode, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var lease = new DecodeLease(priority);
        var makesWay = Enqueue(lease);
        await using var cancelled = cancellationToken.UnsafeRegister(_ => Stop(lease), null);
        if (makesWay is not null)
        {
            await makesWay.Stop.CancelAsync();
        }
        await lease.Granted.Task;
        var work = HoldAsync(lease, decode);
        // When the caller goes first nobody else looks at how it ended.
        _ = work.ContinueWith(static done => done.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return await work.WaitAsync(lease.Stop.Token);
    }

    /// <summary>Stops everything and waits until the decoders have let go. What waits is cancelled.</summary>
    public async ValueTask DisposeAsync()
    {
        DecodeLease[] stopped;
        lock (gate)
        {
            closed = true;
            stopped = [.. finals, .. partials, .. running];
        }
        foreach (var lease in stopped)
        {
            Stop(lease);
        }
        foreach (var lease in stopped)
        {
            await lease.LetGo.Task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private DecodeLease? Enqueue(DecodeLease lease)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            (lease.Priority == DecodePriority.Final ? finals : partials).AddLast(lease);
            GrantNext();
            // The one that began last has the least to lose. Those that are stopping already make way for others that wait.
            return running.Count(other => other.Stop.IsCancellationRequested) < finals.Count
                ? running.FindLast(other => other.Priority == DecodePriority.Partial && !other.Stop.IsCancellationRequested)
                : null;
        }
    }

    private void GrantNext()
    {
        while (running.Count < slots && (finals.First ?? partials.First) is { } next)
        {
            next.List!.Remove(next);
            running.Add(next.Value);
            next.Value.Granted.SetResult();
        }
    }

    private async Task<T> HoldAsync<T>(DecodeLease lease, Func<CancellationToken, Task<T>> decode)
    {
        try
        {
            lease.Stop.Token.ThrowIfCancellationRequested();
            return await decode(lease.Stop.Token);
        }
        finally
        {
            lock (gate)
            {
                running.Remove(lease);
                GrantNext();
            }
            lease.LetGo.SetResult();
        }
    }

    private void Stop(DecodeLease lease)
    {
        lock (gate)
        {
            if (finals.Remove(lease) || partials.Remove(lease))
            {
                lease.Granted.SetCanceled(CancellationToken.None);
                lease.LetGo.SetResult();
            }
        }
        // Not waited for: what runs on the token does so elsewhere, and nothing on it can fail.
        _ = lease.Stop.CancelAsync();
    }
}
