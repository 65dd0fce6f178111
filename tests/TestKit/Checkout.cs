namespace RealtimeTraining.TestKit;

/// <summary>The folder that the tests were built from.</summary>
public static class Checkout
{
    public static string Root { get; } = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>Public audio and texts that tests may use: REALTIME_DATA, or a folder beside the checkout. They skip without it.</summary>
    public static string Data => Environment.GetEnvironmentVariable("REALTIME_DATA") is { Length: > 0 } chosen
        ? chosen : System.IO.Path.GetFullPath(System.IO.Path.Combine(Root, "..", "shared", "data"));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "RealtimeTraining.sln")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException("The tests do not lie in a checkout of the project.");
    }
}
