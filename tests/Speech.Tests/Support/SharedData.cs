namespace RealtimeTraining.Speech.Tests.Support;

/// <summary>The folder of public recordings: REALTIME_DATA, or shared/data beside the project's root or one of its parents.</summary>
internal static class SharedData
{
    private static readonly string? Root = Find();

    /// <summary>The file's path, or null when the data is not here.</summary>
    public static string? TryPath(string relative) =>
        Root is null ? null : Path.Combine(Root, relative) is var path && Path.Exists(path) ? path : null;

    public static string PathOf(string relative) =>
        TryPath(relative) ?? throw new FileNotFoundException($"The shared data has no {relative}.");

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("REALTIME_DATA") is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? named : null;
        }
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(data))
            {
                return data;
            }
        }
        return null;
    }
}
