namespace RealtimeTraining.Server.Reviews;

/// <summary>The kinds of file that are taken, by their ending and by what ffprobe calls them.</summary>
public static class FileKinds
{
    private static readonly (string Name, string[] Endings, string[] Formats)[] All =
    [
        ("WAV", [".wav", ".wave"], ["wav", "w64"]),
        ("MP3", [".mp3"], ["mp3"]),
        ("M4A", [".m4a", ".mp4", ".aac"], ["mov", "mp4", "m4a", "aac"]),
        ("OGG", [".ogg", ".oga", ".opus"], ["ogg"]),
        ("FLAC", [".flac"], ["flac"]),
        ("WebM", [".webm", ".mka"], ["matroska", "webm"]),
    ];

    public const string Listed = "WAV, MP3, M4A, OGG, FLAC and WebM";

    public static bool IsTaken(string fileName) => ByEnding(fileName) is not null;

    /// <summary>A sentence where the ending promises something else than the file holds; null where they agree.</summary>
    public static string? Mismatch(string fileName, string format)
    {
        var promised = ByEnding(fileName);
        var held = Array.Find(All, kind => format.Split(',').Any(kind.Formats.Contains)).Name;
        return promised is null || held is null || promised == held ? null
            : $"The file's name says {promised}, but it holds {held}. It was read as what it is.";
    }

    private static string? ByEnding(string fileName) =>
        Array.Find(All, kind => kind.Endings.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase)).Name;
}
