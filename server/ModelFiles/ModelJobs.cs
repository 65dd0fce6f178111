using RealtimeTraining.Models.Catalogue;

namespace RealtimeTraining.Server.ModelFiles;

/// <summary>
/// Runs jobs in the background, one of a kind at a time and at most one a model; the others wait their turn. Remembers
/// of each model the last failure. Thread-safe singleton.
/// </summary>
public sealed partial class ModelJobs(ILogger<ModelJobs> logger) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ModelJob> _running = [];
    private readonly Dictionary<string, ModelJob> _failed = [];
    private readonly SemaphoreSlim _fetching = new(1);
    private readonly SemaphoreSlim _verifying = new(1);
    private readonly CancellationTokenSource _ending = new();
    private bool _disposed;

    /// <summary>The one that runs or waits, or else the one that failed last; null when there is nothing to tell.</summary>
    public ModelJob? Find(ModelEntry entry)
    {
        lock (_lock)
        {
            return _running.GetValueOrDefault(entry.Name) ?? _failed.GetValueOrDefault(entry.Name);
        }
    }

    /// <returns>The new job, or the one that this model has already.</returns>
    public ModelJob Begin(ModelEntry entry, ModelJobKind kind, Func<ModelJob, Task> work)
    {
        lock (_lock)
        {
            if (_running.TryGetValue(entry.Name, out var running))
            {
                return running;
            }
            var job = new ModelJob(entry, kind);
            _failed.Remove(entry.Name);
            _running[entry.Name] = job;
            job.Ended = RunAsync(job, kind == ModelJobKind.Fetch ? _fetching : _verifying, work);
            return job;
        }
    }

    /// <summary>Does something short that no job of this model may come between, and forgets that one failed.</summary>
    /// <exception cref="ModelDownloadException">There is a job.</exception>
    public T Without<T>(ModelEntry entry, Func<T> work)
    {
        lock (_lock)
        {
            if (_running.ContainsKey(entry.Name))
            {
                throw Busy(entry);
            }
            _failed.Remove(entry.Name);
            return work();
        }
    }

    /// <summary>When all that was asked for has ended.</summary>
    public Task WhenIdleAsync()
    {
        lock (_lock)
        {
            return Task.WhenAll(_running.Values.Select(job => job.Ended));
        }
    }

    /// <summary>Stops all jobs; the host may ask more than once, also late.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_disposed)
        {
            return;
        }
        await _ending.CancelAsync();
        await WhenIdleAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _disposed = true;
        _ending.Dispose();
        _fetching.Dispose();
        _verifying.Dispose();
    }

    internal static ModelDownloadException Busy(ModelEntry entry) =>
        new(ModelFailures.Busy, $"{entry.Name} is being fetched or verified just now. Wait until that is done, or stop it, and try again.");

    private async Task RunAsync(ModelJob job, SemaphoreSlim turn, Func<ModelJob, Task> work)
    {
        // Whoever asked need not wait, nor hold the lock meanwhile.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var mine = false;
        try
        {
            using var ending = _ending.Token.Register(job.Stopping.Cancel);
            await turn.WaitAsync(job.Stopping.Token);
            mine = true;
            job.Begin();
            await work(job);
        }
        catch (OperationCanceledException) when (job.Stopping.IsCancellationRequested)
        {
            LogPaused(logger, job.Entry.Name);
        }
        catch (ModelDownloadException failure)
        {
            LogFailed(logger, job.Entry.Name, job.Kind, failure.Code);
            job.Fail(failure);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogBroken(logger, job.Entry.Name, job.Kind, exception);
            job.Fail(new ModelDownloadException($"Something went wrong with {job.Entry.Name} that nobody expected. Try again; if it happens again, look into the server's log."));
        }
        finally
        {
            if (mine)
            {
                turn.Release();
            }
            lock (_lock)
            {
                _running.Remove(job.Entry.Name);
                if (job.Failure is not null)
                {
                    _failed[job.Entry.Name] = job;
                }
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The work on {Model} was stopped; what has come so far is kept.")]
    private static partial void LogPaused(ILogger logger, string model);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Model}: {Kind} failed ({Code}). The page of models says what to do.")]
    private static partial void LogFailed(ILogger logger, string model, ModelJobKind kind, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Model}: {Kind} failed in a way that nobody expected.")]
    private static partial void LogBroken(ILogger logger, string model, ModelJobKind kind, Exception exception);
}
