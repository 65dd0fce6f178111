using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RealtimeTraining.Models.Training.Turns;

/// <summary>A conversation with times: a JSON array of <c>who, start, end, text</c>, seconds, as PriMock57 has them.</summary>
/// <param name="Sha256">Of the file.</param>
/// <param name="Segments">By their starts.</param>
public sealed partial record Conversation(string Name, string Sha256, IReadOnlyList<Segment> Segments)
{
    public const long MaxBytes = 16L << 20;
    public const int MaxSegments = 10_000;
    public const int MaxFiles = 10_000;
    public const int MaxTextCharacters = 20_000;

    /// <summary>Every conversation in the folder, by name; <paramref name="tell"/> hears of files that are none.</summary>
    /// <exception cref="InvalidDataException">There is no such folder, or no conversation in it.</exception>
    public static IReadOnlyList<Conversation> ReadAll(string folder, Action<string> tell)
    {
        ArgumentNullException.ThrowIfNull(tell);
        if (!Directory.Exists(folder))
        {
            throw new InvalidDataException($"There is no folder {folder}.");
        }
        var files = Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Take(MaxFiles + 1).ToList();
        if (files.Count > MaxFiles)
        {
            throw new InvalidDataException($"{folder} has more than {MaxFiles} files.");
        }
        var read = new List<Conversation>();
        foreach (var file in files)
        {
            try
            {
                read.Add(Read(file));
            }
            catch (InvalidDataException odd)
            {
                tell($"Left out: {odd.Message}");
            }
        }
        return read.Count > 0 ? read
            : throw new InvalidDataException($"{folder} has no conversation: a .json file with an array of who, start, end (seconds) and text.");
    }

    /// <exception cref="InvalidDataException">Not such a file, or past a limit; the message names the file and the segment.</exception>
    public static Conversation Read(string path)
    {
        var name = Path.GetFileName(path);
        if (new FileInfo(path).Length > MaxBytes)
        {
            throw new InvalidDataException($"{name} is larger than {MaxBytes >> 20} MiB.");
        }
        var bytes = File.ReadAllBytes(path);
        try
        {
            using var json = JsonDocument.Parse(bytes);
            if (json.RootElement.ValueKind != JsonValueKind.Array || json.RootElement.GetArrayLength() is 0 or > MaxSegments)
            {
                throw new InvalidDataException($"{name} is no array of 1 to {MaxSegments} segments.");
            }
            var segments = json.RootElement.EnumerateArray().Select((segment, i) => ReadSegment(segment, $"{name}, segment {i + 1}"));
            return new Conversation(name, Convert.ToHexStringLower(SHA256.HashData(bytes)),
                [.. segments.OrderBy(segment => segment.StartMs).ThenBy(segment => segment.EndMs)]);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{name} is no JSON: {e.Message}", e);
        }
    }

    private static Segment ReadSegment(JsonElement segment, string where)
    {
        if (segment.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException($"{where} is no object.");
        }
        var (who, text) = (Word(segment, "who", where), Word(segment, "text", where));
        var (start, end) = (Seconds(segment, "start", where), Seconds(segment, "end", where));
        return end < start ? throw new InvalidDataException($"{where} ends before it starts.")
            : new Segment(who.Trim().ToLowerInvariant(), start * 1000, end * 1000, Plain(text));
    }

    private static string Word(JsonElement segment, string name, string where) =>
        segment.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= MaxTextCharacters } text
            ? text : throw new InvalidDataException($"{where} has no \"{name}\", or one that is no text of up to {MaxTextCharacters} characters.");

    private static double Seconds(JsonElement segment, string name, string where) =>
        segment.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.GetDouble() is >= 0 and < 1e6 and var seconds
            ? seconds : throw new InvalidDataException($"{where} has no \"{name}\", or one that is no time in seconds.");

    /// <summary>&lt;UNSURE>well&lt;/UNSURE> is "well"; &lt;UNIN/> is nothing.</summary>
    internal static string Plain(string text) => Blanks().Replace(Markup().Replace(text, " "), " ").Trim();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
