using System.Collections.Concurrent;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Tells files that are still being written from those that are whole, by their length and their last change. Thread-safe.</summary>
public sealed class SettledFiles(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (string Looks, DateTimeOffset Since)> seen = new(StringComparer.Ordinal);

    /// <param name="after">How long nothing may have changed; a file is looked at twice in any case.</param>
    /// <param name="beside">What has to be whole with it, when it is there.</param>
    public bool IsSettled(FileInfo file, FileInfo beside, TimeSpan after)
    {
        var looks = $"{Look(file)} {Look(beside)}";
        if (!seen.TryGetValue(file.FullName, out var before) || before.Looks != looks)
        {
            seen[file.FullName] = (looks, time.GetUtcNow());
            return false;
        }
        return time.GetUtcNow() - before.Since >= after;
    }

    public void Forget(FileInfo file) => seen.TryRemove(file.FullName, out _);

    private static string Look(FileInfo file) => file.Exists ? $"{file.Length} {file.LastWriteTimeUtc.Ticks}" : "";
}
