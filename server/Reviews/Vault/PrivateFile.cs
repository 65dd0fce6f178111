namespace RealtimeTraining.Server.Reviews;

/// <summary>Opens files that nobody but the server's user may read.</summary>
internal static class PrivateFile
{
    /// <exception cref="IOException">Somebody else has it open to write, or the disk does not want to.</exception>
    public static FileStream Open(string path, FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return new FileStream(path, options);
    }
}
