namespace RealtimeTraining.TestKit;

/// <summary>An empty folder of a test's own, gone with it.</summary>
public sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("training-test-").FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // Something still writes there, such as a server that a test killed; the folder for temporary files is cleaned by its owner.
        }
    }
}
