namespace RealtimeTraining.Models.Catalogue;

/// <summary>What tells a file that was changed since from one that was not. Of a link, the file that it leads to.</summary>
internal readonly record struct FileStamp(long Bytes, long ModifiedTicks)
{
    /// <summary>Null when there is no such file.</summary>
    /// <exception cref="UnauthorizedAccessException"/>
    public static FileStamp? Of(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }
        try
        {
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return new FileStamp(RandomAccess.GetLength(handle), File.GetLastWriteTimeUtc(handle).Ticks);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
