using System.Text.Json;

namespace RealtimeTraining.Models.Catalogue;

/// <summary>
/// Remembers in a small JSON file what the hash of a file was, for as long as its size and time stay as they were, so that
/// a start need not read gigabytes. Losing it costs time, nothing else. Thread-safe; several processes may share it.
/// </summary>
internal sealed class VerifiedFiles(string path)
{
    private const int MaxBytes = 1 << 20;
    private const int MaxFiles = 1000;
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly Lock _gate = new();
    private Dictionary<string, Line> _lines = [];
    private FileStamp? _readAt;

    /// <summary>Null when the file was never hashed, or has changed since.</summary>
    public string? Sha256Of(string file, FileStamp stamp)
    {
        lock (_gate)
        {
            Read();
            return _lines.TryGetValue(file, out var line) && line.Bytes == stamp.Bytes && line.ModifiedTicks == stamp.ModifiedTicks ? line.Sha256 : null;
        }
    }

    public void Remember(string file, FileStamp stamp, string sha256) => Change(lines => lines[file] = new Line(stamp.Bytes, stamp.ModifiedTicks, sha256));

    public void Forget(string file) => Change(lines => lines.Remove(file));

    private void Change(Action<Dictionary<string, Line>> change)
    {
        lock (_gate)
        {
            Read();
            change(_lines);
            if (_lines.Count > MaxFiles)
            {
                _lines = _lines.Where(line => File.Exists(line.Key)).ToDictionary();
            }
            Write();
        }
    }

    /// <summary>Another process may have added to it since.</summary>
    private void Read()
    {
        try
        {
            if (FileStamp.Of(path) is not { } stamp || stamp == _readAt)
            {
                return;
            }
            _readAt = stamp;
            if (stamp.Bytes <= MaxBytes && JsonSerializer.Deserialize<Dictionary<string, Line>>(File.ReadAllText(path), Format) is { } read)
            {
                _lines = read.Where(line => line.Value is { Sha256: not null }).ToDictionary();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            // Then what is not known is hashed once more.
        }
    }

    private void Write()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var beside = $"{path}.{Environment.ProcessId}";
            File.WriteAllText(beside, JsonSerializer.Serialize(_lines, Format));
            File.Move(beside, path, overwrite: true);
            _readAt = FileStamp.Of(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be written: it is remembered until the process ends.
        }
    }

    private sealed record Line(long Bytes, long ModifiedTicks, string Sha256);
}
