namespace RealtimeTraining.Models.Catalogue;

/// <summary>Says what a disk's errors mean, and what to do.</summary>
internal static class DiskTrouble
{
    private const int NoSpaceUnix = 28;
    private const int OverQuotaUnix = 122;
    private const int HandleDiskFullWindows = 39;
    private const int DiskFullWindows = 112;

    public static bool IsFull(IOException e) => (e.HResult & 0xFFFF) is var code
        && (OperatingSystem.IsWindows() ? code is HandleDiskFullWindows or DiskFullWindows : code is NoSpaceUnix or OverQuotaUnix);

    /// <summary>Another holds the file open for itself alone (EWOULDBLOCK on Linux and macOS, sharing or lock violation on Windows).</summary>
    public static bool IsHeld(IOException e) => (e.HResult & 0xFFFF) is var code
        && (OperatingSystem.IsWindows() ? code is 32 or 33 : code == (OperatingSystem.IsMacOS() ? 35 : 11));

    public static ModelDownloadException Name(Exception e, string folder) => e is IOException io && IsFull(io)
        ? new(ModelFailures.DiskFull, $"The disk of {folder} is full. Make room and try again; what has come so far is kept.", e)
        : new(ModelFailures.FolderUnusable, $"{folder} cannot be used ({e.Message}). Give this user the right to read and write there, or choose another data folder.", e);

    /// <exception cref="ModelDownloadException">In place of what the disk threw.</exception>
    public static T Named<T>(string folder, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Name(e, folder);
        }
    }
}
