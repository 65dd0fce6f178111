using RealtimeTraining.Models.Catalogue;

namespace RealtimeTraining.Server.ModelFiles;

/// <summary>
/// Fetches and verifies models in the background, one of each at a time and at most one job a model; the others wait
/// their turn. When the server stops, what has come so far is kept and gone on with when it is asked for again.
/// Thread-safe singleton.
/// </summary>
public sealed partial class ModelWork(ModelCatalogue catalogue, ModelStore store, ModelDownloader downloader, ILogger<ModelWork> logger)
    : IHostedService, IDisposable
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

    /// <summary>Begins to fetch, or leaves it at the fetching that goes on already.</summary>
    /// <exception cref="ModelDownloadException">The licence was not accepted, or the model is being verified.</exception>
    public void Fetch(ModelEntry entry, bool acceptLicence)
    {
        if (entry.Licence is { MustAccept: true } licence && !acceptLicence)
        {
            throw new ModelDownloadException(ModelFailures.LicenceNotAccepted,
                $"{entry.Name} is under the {licence.Name}. {licence.Note} Read it at {licence.Url}, and if you agree accept it and fetch again.");
        }
        BeginAlone(entry, ModelJobKind.Fetch, job => downloader.DownloadAsync(entry, acceptLicence, job, job.Stopping.Token));
    }

    /// <summary>Reads the whole file again, or leaves it at the reading that goes on already.</summary>
    /// <exception cref="ModelDownloadException">There is no file, or the model is being fetched.</exception>
    public void Verify(ModelEntry entry)
    {
        if (store.Look(entry).Kind is ModelStateKind.Missing or ModelStateKind.Partial)
        {
            throw new ModelDownloadException(ModelFailures.NotFound, $"{entry.Name} is not on this machine. Fetch it first.");
        }
        BeginAlone(entry, ModelJobKind.Verify, job => VerifyAsync(entry, job));
    }

    /// <summary>Verifies what somebody put into a folder by hand and nobody has looked at. Quick: it only begins it.</summary>
    public void VerifyNew()
    {
        foreach (var entry in catalogue.Entries)
        {
            if (Find(entry) is null && store.Look(entry).Kind == ModelStateKind.Unverified)
            {
                Begin(entry, ModelJobKind.Verify, job => VerifyAsync(entry, job));
            }
        }
    }

    /// <summary>Ends the fetching and keeps what has come, for the next time. Nothing happens where nothing is fetched.</summary>
    public async Task PauseAsync(ModelEntry entry, CancellationToken cancellationToken)
    {
        if (Find(entry) is { Kind: ModelJobKind.Fetch } job)
        {
            await job.Stopping.CancelAsync();
            await job.Ended.WaitAsync(cancellationToken);
        }
    }

    /// <returns>False when there was nothing in the server's own folder.</returns>
    /// <exception cref="ModelDownloadException">It is being fetched or verified, or the folder cannot be written.</exception>
    public bool Remove(ModelEntry entry)
    {
        lock (_lock)
        {
            if (_running.ContainsKey(entry.Name))
            {
                throw Busy(entry);
            }
            _failed.Remove(entry.Name);
            return store.Remove(entry);
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

    public Task StartAsync(CancellationToken cancellationToken)
    {
        VerifyNew();
        return Task.CompletedTask;
    }

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

    private void BeginAlone(ModelEntry entry, ModelJobKind kind, Func<ModelJob, Task> work)
    {
        if (Begin(entry, kind, work).Kind != kind)
        {
            throw Busy(entry);
        }
    }

    /// <returns>The new job, or the one that this model has already.</returns>
    private ModelJob Begin(ModelEntry entry, ModelJobKind kind, Func<ModelJob, Task> work)
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

    private async Task VerifyAsync(ModelEntry entry, ModelJob job)
    {
        if (await store.VerifyAsync(entry, job, job.Stopping.Token) is { Kind: ModelStateKind.Unverified, Path: var path })
        {
            throw new ModelDownloadException(ModelFailures.FolderUnusable, $"{path} could not be read to its end, or was written to meanwhile. Wait until it is copied whole, then verify it again.");
        }
    }

    private static ModelDownloadException Busy(ModelEntry entry) =>
        new(ModelFailures.Busy, $"{entry.Name} is being fetched or verified just now. Wait until that is done, or stop it, and try again.");

    [LoggerMessage(Level = LogLevel.Information, Message = "The work on {Model} was stopped; what has come so far is kept.")]
    private static partial void LogPaused(ILogger logger, string model);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Model}: {Kind} failed ({Code}). The page of models says what to do.")]
    private static partial void LogFailed(ILogger logger, string model, ModelJobKind kind, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Model}: {Kind} failed in a way that nobody expected.")]
    private static partial void LogBroken(ILogger logger, string model, ModelJobKind kind, Exception exception);
}
