namespace RealtimeTraining.Models.Catalogue;

/// <summary>
/// The models on this machine. What it gives out has been hashed; once, and again when the file's size or time changes.
/// A file can therefore also be copied into either folder by hand. Thread-safe: one for the whole process, and other
/// processes may use the same folders.
/// </summary>
public sealed class ModelStore
{
    private readonly VerifiedFiles _verified;
    private readonly Lock _hashing = new();
    private readonly Func<string, long> _freeBytes;

    public ModelStore(ModelFolders folders)
        : this(folders, folder => new DriveInfo(folder).AvailableFreeSpace)
    {
    }

    /// <param name="freeBytes">How much room there is where a folder lies.</param>
    internal ModelStore(ModelFolders folders, Func<string, long> freeBytes)
    {
        ArgumentNullException.ThrowIfNull(folders);
        (Folders, _freeBytes) = (folders, freeBytes);
        _verified = new VerifiedFiles(Path.Combine(folders.Own, ModelFiles.Verified));
    }

    public ModelFolders Folders { get; }

    /// <summary>How it stands with a model. Reads no more than sizes and times, so it may be asked often. Never throws for what is on the disk.</summary>
    public ModelState Look(ModelEntry entry)
    {
        var states = Places(entry).Select(path => LookAt(entry, path)).OfType<ModelState>().ToList();
        return states.Find(state => state.Kind == ModelStateKind.Installed)
            ?? states.Find(state => state.Kind == ModelStateKind.Unverified)
            ?? states.Find(state => state.Kind == ModelStateKind.Damaged)
            ?? Unfinished(entry);
    }

    /// <summary>
    /// The file to load, or null when there is none that is whole and right. The first time it reads a file that was put
    /// there by hand, about a second a gibibyte; afterwards it is as quick as <see cref="Look"/>.
    /// </summary>
    public string? Find(ModelEntry entry)
    {
        while (Look(entry) is { Path: { } path } state)
        {
            if (state.Kind != ModelStateKind.Unverified)
            {
                return state.Kind == ModelStateKind.Installed ? path : null;
            }
            lock (_hashing)
            {
                if (LookAt(entry, path) is { Kind: ModelStateKind.Unverified } && !TryRemember(path, () => FileHash.Of(path)))
                {
                    return null;
                }
            }
        }
        return null;
    }

    /// <summary>Reads the whole file again, whatever was known of it.</summary>
    public async Task<ModelState> VerifyAsync(ModelEntry entry, IProgress<ModelProgress>? progress = null, CancellationToken cancel = default)
    {
        foreach (var path in Places(entry))
        {
            try
            {
                if (FileStamp.Of(path) is { } before && before.Bytes == entry.Bytes)
                {
                    var sha = await FileHash.OfAsync(path, bytes => progress?.Report(new ModelProgress(entry, ModelPhase.Verifying, bytes)), cancel).ConfigureAwait(false);
                    RememberUnchanged(path, before, sha);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Look says that it cannot be read.
            }
        }
        return Look(entry);
    }

    /// <summary>Takes a model and what there is of its download from the own folder.</summary>
    /// <returns>False when there was nothing. The offered folder is never touched.</returns>
    /// <exception cref="ModelDownloadException">Busy, or the folder cannot be written.</exception>
    public bool Remove(ModelEntry entry)
    {
        if (!Directory.Exists(Folders.Own))
        {
            return false;
        }
        using var held = Hold(entry);
        var own = OwnPath(entry);
        return DiskTrouble.Named(Folders.Own, () =>
        {
            var removed = false;
            foreach (var ending in new[] { "", ModelFiles.Part, ModelFiles.Etag, ModelFiles.Copy })
            {
                removed |= File.Exists(own + ending);
                File.Delete(own + ending);
            }
            _verified.Forget(own);
            return removed;
        });
    }

    internal string OwnPath(ModelEntry entry) => Path.Combine(Folders.Own, entry.File);

    /// <summary>Keeps everybody else, in this process or another, from changing the same model until it is disposed.</summary>
    internal IDisposable Hold(ModelEntry entry)
    {
        DiskTrouble.Named(Folders.Own, () => Directory.CreateDirectory(Folders.Own));
        try
        {
            return DiskTrouble.Named(Folders.Own, () => new FileStream(
                OwnPath(entry) + ModelFiles.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (ModelDownloadException e) when (e.InnerException is IOException io && DiskTrouble.IsHeld(io))
        {
            throw new ModelDownloadException(ModelFailures.Busy,
                $"{entry.Name} is being fetched or removed by somebody else just now. Wait until that is done, or stop it, and try again.", e);
        }
    }

    /// <exception cref="ModelDownloadException">There is less room than <paramref name="bytes"/> and a little to live on.</exception>
    internal void CheckRoom(ModelEntry entry, long bytes)
    {
        const long ToLiveOn = 64 << 20;
        var free = DiskTrouble.Named(Folders.Own, () => _freeBytes(Folders.Own));
        if (free < bytes + ToLiveOn)
        {
            throw new ModelDownloadException(ModelFailures.DiskFull,
                $"{entry.Name} needs {Sizes.Of(bytes + ToLiveOn)} on the disk of {Folders.Own}, and {Sizes.Of(free)} are free. Make room, or choose another data folder.");
        }
    }

    /// <summary>Puts a file that has been flushed and hashed in its place, in one step.</summary>
    internal string Install(ModelEntry entry, string file)
    {
        var own = OwnPath(entry);
        return DiskTrouble.Named(Folders.Own, () =>
        {
            File.Move(file, own, overwrite: true);
            _verified.Remember(own, FileStamp.Of(own)!.Value, entry.Sha256);
            return own;
        });
    }

    private IEnumerable<string> Places(ModelEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        yield return OwnPath(entry);
        if (Folders.Offered is { } offered)
        {
            yield return Path.Combine(offered, entry.File);
        }
    }

    private ModelState? LookAt(ModelEntry entry, string path)
    {
        try
        {
            if (FileStamp.Of(path) is not { } stamp)
            {
                return null;
            }
            if (stamp.Bytes != entry.Bytes)
            {
                return Damaged(path, stamp.Bytes, $"has {stamp.Bytes:N0} bytes instead of {entry.Bytes:N0}");
            }
            return _verified.Sha256Of(path, stamp) switch
            {
                null => new ModelState(ModelStateKind.Unverified, path, stamp.Bytes, $"{path} has the right size and was not verified yet."),
                var sha when sha == entry.Sha256 => new ModelState(ModelStateKind.Installed, path, stamp.Bytes, $"{path} is there and verified."),
                _ => Damaged(path, stamp.Bytes, "has the wrong SHA-256"),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Damaged(path, 0, $"cannot be read ({e.Message})");
        }
    }

    private static ModelState Damaged(string path, long bytes, string why) =>
        new(ModelStateKind.Damaged, path, bytes, $"{path} {why}, so it is not used. Fetch it again, or remove it.");

    private ModelState Unfinished(ModelEntry entry)
    {
        var part = OwnPath(entry) + ModelFiles.Part;
        try
        {
            if (FileStamp.Of(part) is { Bytes: > 0 } stamp)
            {
                return new ModelState(ModelStateKind.Partial, part, stamp.Bytes, $"{Sizes.Of(stamp.Bytes)} of {Sizes.Of(entry.Bytes)} are there; fetching goes on from there.");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A part that cannot be read is as good as none; fetching says why it cannot be written.
        }
        return new ModelState(ModelStateKind.Missing, null, 0, $"{entry.Name} is not on this machine.");
    }

    private bool TryRemember(string path, Func<string> hash)
    {
        try
        {
            if (FileStamp.Of(path) is { } before)
            {
                RememberUnchanged(path, before, hash());
            }
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>What was written to while it was read is hashed again the next time.</summary>
    private void RememberUnchanged(string path, FileStamp before, string sha)
    {
        if (FileStamp.Of(path) == before)
        {
            _verified.Remember(path, before, sha);
        }
        else
        {
            throw new IOException($"{path} is being written to.");
        }
    }
}
