namespace RealtimeTraining.Server.Storage;

/// <summary>Where the server keeps its files: the SQLite database, the keys that sign cookies, the recordings.</summary>
public sealed class DataFolder
{
    public const string Setting = "Data:Folder";

    /// <param name="path">Absolute. Made when it is missing.</param>
    public DataFolder(string path)
    {
        Root = path;
        try
        {
            Make(Root);
            Make(Recordings);
            Make(Keys);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(
                $"The data folder {path} cannot be written ({e.Message}). Give the server's user the right to write there, or set {Setting} to another folder.", e);
        }
    }

    public string Root { get; }

    public string Recordings => Path.Combine(Root, "recordings");

    public string Keys => Path.Combine(Root, "keys");

    public string DatabaseFile => Path.Combine(Root, "training.db");

    /// <summary>For the server's user alone: voices and keys are nobody else's on the machine.</summary>
    private static void Make(string folder) => _ = OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(folder)
        : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    public static DataFolder From(IConfiguration configuration, IHostEnvironment environment) =>
        new(Path.GetFullPath(configuration[Setting] is { Length: > 0 } folder ? folder : "data", environment.ContentRootPath));
}
