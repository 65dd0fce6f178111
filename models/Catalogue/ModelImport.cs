using System.Security.Cryptography;

namespace RealtimeTraining.Models.Catalogue;

/// <summary>Takes models from files that somebody brought, for machines without internet. Thread-safe.</summary>
public sealed class ModelImport(ModelCatalogue catalogue, ModelStore store)
{
    private const int MaxFiles = 10_000;

    /// <summary>Copies a file, or those of a folder that are in the catalogue, and verifies each while it is copied.</summary>
    /// <param name="path">A file is known by its name or else by its size; a folder is not searched further down.</param>
    /// <param name="acceptLicence">As with <see cref="ModelDownloader.DownloadAsync"/>.</param>
    /// <returns>The entries that are installed now.</returns>
    /// <exception cref="ModelDownloadException">Nothing there that is known, or a file that is not what its name says.</exception>
    public async Task<IReadOnlyList<ModelEntry>> RunAsync(
        string path, bool acceptLicence = false, IProgress<ModelProgress>? progress = null, CancellationToken cancel = default)
    {
        var found = DiskTrouble.Named(path, () => Candidates(path));
        if (found.Count == 0)
        {
            throw new ModelDownloadException(ModelFailures.NotFound,
                $"There is no model in {path} that the catalogue knows. It knows {string.Join(", ", catalogue.Entries.Select(entry => entry.File))}.");
        }
        foreach (var (entry, file) in found)
        {
            LicenceCheck.Need(entry, acceptLicence);
            await CopyAsync(entry, file, progress, cancel).ConfigureAwait(false);
        }
        return [.. found.Select(one => one.Entry)];
    }

    private List<(ModelEntry Entry, string File)> Candidates(string path)
    {
        if (!Directory.Exists(path))
        {
            return File.Exists(path) && Known(path) is { } entry ? [(entry, path)] : [];
        }
        return [.. Directory.EnumerateFiles(path).Take(MaxFiles)
            .Select(file => (Entry: Known(file), File: file)).Where(one => one.Entry is not null)
            .Select(one => (one.Entry!, one.File)).DistinctBy(one => one.Item1.Name)];
    }

    private ModelEntry? Known(string file)
    {
        var name = Path.GetFileName(file);
        return catalogue.Entries.FirstOrDefault(entry => entry.File.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? (FileStamp.Of(file) is { } stamp ? catalogue.Entries.FirstOrDefault(entry => entry.Bytes == stamp.Bytes) : null);
    }

    private async Task CopyAsync(ModelEntry entry, string file, IProgress<ModelProgress>? progress, CancellationToken cancel)
    {
        var bytes = DiskTrouble.Named(file, () => FileStamp.Of(file)?.Bytes ?? 0);
        if (bytes != entry.Bytes)
        {
            throw new ModelDownloadException(ModelFailures.WrongSize,
                $"{file} has {bytes:N0} bytes, and {entry.Name} has {entry.Bytes:N0}: it was not copied whole, or is another version. Bring it again from {entry.Url}.");
        }
        using var held = store.Hold(entry);
        if (store.Look(entry) is { Kind: ModelStateKind.Installed } installed && installed.Path == store.OwnPath(entry))
        {
            return;
        }
        store.CheckRoom(entry, entry.Bytes);
        var copy = store.OwnPath(entry) + ModelFiles.Copy;
        try
        {
            if (await CopyHashedAsync(file, copy, done => progress?.Report(new ModelProgress(entry, ModelPhase.Verifying, done)), cancel).ConfigureAwait(false) != entry.Sha256)
            {
                throw new ModelDownloadException(ModelFailures.WrongHash,
                    $"{file} is not {entry.Name}: its SHA-256 is another one. Bring it again from {entry.Url}.");
            }
            store.Install(entry, copy);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DiskTrouble.Name(e, store.Folders.Own);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static async Task<string> CopyHashedAsync(string from, string to, Action<long> copied, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using var target = new FileStream(to, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        var buffer = new byte[FileHash.BufferBytes];
        var done = 0L;
        while (await source.ReadAsync(buffer, cancel).ConfigureAwait(false) is > 0 and var count)
        {
            await target.WriteAsync(buffer.AsMemory(0, count), cancel).ConfigureAwait(false);
            hash.AppendData(buffer, 0, count);
            copied(done += count);
        }
        target.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
