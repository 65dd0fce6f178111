using RealtimeTraining.Models.Catalogue;

namespace RealtimeTraining.Server.ModelFiles;

/// <summary>
/// What can be done with a model. Fetching and verifying go on in the background; when the server stops, what has come
/// so far is kept and gone on with when it is asked for again. Thread-safe singleton.
/// </summary>
public sealed class ModelWork(ModelCatalogue catalogue, ModelStore store, ModelDownloader downloader, ModelJobs jobs) : IHostedService
{
    /// <summary>Begins to fetch, or leaves it at the fetching that goes on already.</summary>
    /// <exception cref="ModelDownloadException">The licence was not accepted, or the model is being verified.</exception>
    public void Fetch(ModelEntry entry, bool acceptLicence)
    {
        if (entry.Licence is { MustAccept: true } licence && !acceptLicence)
        {
            throw new ModelDownloadException(ModelFailures.LicenceNotAccepted,
                $"{entry.Name} is under the {licence.Name}. {licence.Note} Read it at {licence.Url}, and if you agree accept it and fetch again.");
        }
        if (jobs.Begin(entry, ModelJobKind.Fetch, job => downloader.DownloadAsync(entry, acceptLicence, job, job.Stopping.Token)).Kind != ModelJobKind.Fetch)
        {
            throw ModelJobs.Busy(entry);
        }
    }

    /// <summary>Reads the whole file again, or leaves it at the reading that goes on already.</summary>
    /// <exception cref="ModelDownloadException">There is no file, or the model is being fetched.</exception>
    public void Verify(ModelEntry entry)
    {
        if (store.Look(entry).Kind is ModelStateKind.Missing or ModelStateKind.Partial)
        {
            throw new ModelDownloadException(ModelFailures.NotFound, $"{entry.Name} is not on this machine. Fetch it first.");
        }
        if (BeginToVerify(entry).Kind != ModelJobKind.Verify)
        {
            throw ModelJobs.Busy(entry);
        }
    }

    /// <summary>Verifies what somebody put into a folder by hand and nobody has looked at. Quick: it only begins it.</summary>
    public void VerifyNew()
    {
        foreach (var entry in catalogue.Entries)
        {
            if (jobs.Find(entry) is null && store.Look(entry).Kind == ModelStateKind.Unverified)
            {
                BeginToVerify(entry);
            }
        }
    }

    /// <summary>Ends the fetching and keeps what has come, for the next time. Nothing happens where nothing is fetched.</summary>
    public async Task PauseAsync(ModelEntry entry, CancellationToken cancellationToken)
    {
        if (jobs.Find(entry) is { Kind: ModelJobKind.Fetch } job)
        {
            await job.Stopping.CancelAsync();
            await job.Ended.WaitAsync(cancellationToken);
        }
    }

    /// <returns>False when there was nothing in the server's own folder.</returns>
    /// <exception cref="ModelDownloadException">It is being fetched or verified, or the folder cannot be written.</exception>
    public bool Remove(ModelEntry entry) => jobs.Without(entry, () => store.Remove(entry));

    public Task StartAsync(CancellationToken cancellationToken)
    {
        VerifyNew();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => jobs.StopAsync(cancellationToken);

    private ModelJob BeginToVerify(ModelEntry entry) => jobs.Begin(entry, ModelJobKind.Verify, job => VerifyAsync(entry, job));

    private async Task VerifyAsync(ModelEntry entry, ModelJob job)
    {
        if (await store.VerifyAsync(entry, job, job.Stopping.Token) is { Kind: ModelStateKind.Unverified, Path: var path })
        {
            throw new ModelDownloadException(ModelFailures.FolderUnusable, $"{path} could not be read to its end, or was written to meanwhile. Wait until it is copied whole, then verify it again.");
        }
    }
}
