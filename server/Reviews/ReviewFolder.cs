using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Where recorded calls lie: a folder for each tenant beside the database. Singleton.</summary>
public sealed class ReviewFolder(DataFolder data)
{
    /// <summary>The file as it comes from the coach; gone once its sound is sealed.</summary>
    public string UploadOf(RecordedCallRow call) => PathOf(call, ".upload");

    /// <summary>16 kHz 16-bit samples, channels side by side, sealed.</summary>
    public string SoundOf(RecordedCallRow call) => PathOf(call, ".sound");

    /// <summary>The same while it is being made.</summary>
    public string HalfSoundOf(RecordedCallRow call) => PathOf(call, ".sound.half");

    /// <summary>What the sound looks like, sealed.</summary>
    public string OutlineOf(RecordedCallRow call) => PathOf(call, ".outline");

    /// <summary>For the server's user alone.</summary>
    public void Make(RecordedCallRow call)
    {
        var folder = Path.GetDirectoryName(UploadOf(call))!;
        _ = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>All there is of the call. The sound of a file that is gone cannot be had back: its own key was in it.</summary>
    public void Remove(RecordedCallRow call)
    {
        foreach (var file in (string[])[UploadOf(call), SoundOf(call), HalfSoundOf(call), OutlineOf(call)])
        {
            // A folder that was never made has nothing to remove.
            if (File.Exists(file))
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>Every file that lies here, with the call that its name says it is of.</summary>
    public IEnumerable<(Guid CallId, string Path)> Files()
    {
        var all = Path.Combine(data.Root, "reviews");
        return !Directory.Exists(all) ? [] : Directory.EnumerateFiles(all, "*", SearchOption.AllDirectories)
            .Select(path => (IsCall: Guid.TryParseExact(Path.GetFileName(path).Split('.')[0], "N", out var id), Id: id, Path: path))
            .Where(file => file.IsCall).Select(file => (file.Id, file.Path));
    }

    public long FreeBytes() => new DriveInfo(data.Root).AvailableFreeSpace;

    private string PathOf(RecordedCallRow call, string ending) =>
        Path.Combine(data.Root, "reviews", call.TenantId.ToString("N"), call.Id.ToString("N") + ending);
}
