using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Calls;

/// <summary>Where recordings lie: a folder for each tenant beside the database. Singleton.</summary>
public sealed class RecordingFolder(DataFolder data)
{
    public static string FileOf(Guid tenantId, CallId id) => Path.Combine(tenantId.ToString("N"), $"{id}.wav");

    /// <summary>Opens a new recording, or one that a crash interrupted, to be gone on with.</summary>
    public CallRecorder Open(Guid tenantId, CallId id)
    {
        var path = PathOf(FileOf(tenantId, id));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new CallRecorder(path);
    }

    public string PathOf(string file) => Path.Combine(data.Recordings, file);
}
