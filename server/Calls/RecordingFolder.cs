using RealtimeTraining.Server.Storage;
using RealtimeTraining.Speech.Audio;

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
        return new CallRecorder(path, SupervisorPathOf(path));
    }

    /// <summary>The whole recording as one WAV file, which the caller disposes: three tracks where a supervisor spoke to both, else two.</summary>
    /// <param name="file">As <see cref="FileOf"/> gave it; there is one.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public WavTracksStream Read(string file)
    {
        var path = PathOf(file);
        var supervisor = SupervisorPathOf(path);
        return File.Exists(supervisor) ? WavTracksStream.Open((path, 2), (supervisor, 1)) : WavTracksStream.Open((path, 2));
    }

    private static string SupervisorPathOf(string path) => Path.ChangeExtension(path, ".supervisor.wav");

    public string PathOf(string file) => Path.Combine(data.Recordings, file);
}
