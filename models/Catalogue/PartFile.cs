using System.Text;

namespace RealtimeTraining.Models.Catalogue;

/// <summary>What has come so far of a download, and which version of the server's file it is of. Its owner holds the model's lock.</summary>
internal sealed class PartFile(string path, string folder)
{
    private const int MaxEtagChars = 256;

    private readonly string _etagPath = path[..^ModelFiles.Part.Length] + ModelFiles.Etag;

    public string Path => path;

    public long Length => DiskTrouble.Named(folder, () => FileStamp.Of(path)?.Bytes ?? 0);

    /// <summary>Only a strong one can be asked for again (RFC 9110, 13.1.5). Null: unknown.</summary>
    public string? Etag => DiskTrouble.Named(folder, () =>
        File.Exists(_etagPath) && new FileInfo(_etagPath).Length <= MaxEtagChars && File.ReadAllText(_etagPath) is { Length: > 0 } etag ? etag : null);

    /// <summary>To write after what is there.</summary>
    public FileStream Append() => Open(FileMode.Append);

    /// <summary>To write from the start, of the version that the server names.</summary>
    public FileStream Begin(string? etag)
    {
        var file = Open(FileMode.Create);
        DiskTrouble.Named(folder, () =>
        {
            File.Delete(_etagPath);
            if (etag is { Length: <= MaxEtagChars })
            {
                File.WriteAllText(_etagPath, etag, Encoding.ASCII);
            }
            return true;
        });
        return file;
    }

    public void Delete() => DiskTrouble.Named(folder, () =>
    {
        File.Delete(path);
        File.Delete(_etagPath);
        return true;
    });

    /// <summary>After the part has become the model.</summary>
    public void ForgetEtag() => DiskTrouble.Named(folder, () =>
    {
        File.Delete(_etagPath);
        return true;
    });

    private FileStream Open(FileMode mode) =>
        DiskTrouble.Named(folder, () => new FileStream(path, mode, FileAccess.Write, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous));
}
