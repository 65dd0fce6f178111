using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// What a file that was dropped says of its call: in a file beside it ("call.wav.json"), or in its name
/// ("2026-11-20_1015_maya@riverside.example_Billing.wav"; parts from the end may be left out).
/// </summary>
/// <param name="Staff">E-mail address or name as it is shown; null: not said.</param>
/// <param name="Queue">Null: not said.</param>
/// <param name="ConsentNoted">Null: not said.</param>
public sealed partial record DroppedFacts(string? Staff, DateTimeOffset? TakenAt, string? Queue, bool? ConsentNoted)
{
    private const int MostBytes = 10_000;

    /// <exception cref="RecordingException">What stands beside it cannot be read; the message says why.</exception>
    public static DroppedFacts Of(FileInfo file, FileInfo beside, TimeZoneInfo zone) => beside.Exists ? Beside(beside) : Named(Path.GetFileNameWithoutExtension(file.Name), zone);

    /// <param name="zone">Of times in names.</param>
    public static DroppedFacts Named(string name, TimeZoneInfo zone)
    {
        var match = Pattern().Match(name);
        if (!match.Success || !DateTime.TryParseExact(
            match.Groups["day"].Value + (match.Groups["time"].Success ? match.Groups["time"].Value : "0000"), "yyyy-MM-ddHHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            || zone.IsInvalidTime(at))
        {
            return new DroppedFacts(null, null, null, null);
        }
        return new DroppedFacts(Text("staff"), new DateTimeOffset(at, zone.GetUtcOffset(at)), Text("queue"), null);

        string? Text(string group) => match.Groups[group] is { Success: true, Value: var value } ? value.Replace('+', ' ') : null;
    }

    private static DroppedFacts Beside(FileInfo file)
    {
        if (file.Length > MostBytes)
        {
            throw new RecordingException("sidecar", $"{file.Name} is larger than {MostBytes:N0} bytes, which no description of a call is.");
        }
        try
        {
            return JsonSerializer.Deserialize<DroppedFacts>(File.ReadAllBytes(file.FullName), Json.Options)
                ?? throw new RecordingException("sidecar", $"{file.Name} is empty. Leave it out, or write in it: {Example}");
        }
        catch (JsonException e)
        {
            throw new RecordingException("sidecar", $"{file.Name} is not as it should be (line {(e.LineNumber ?? 0) + 1}). Write in it: {Example}", e);
        }
    }

    private const string Example = """{ "staff": "maya@riverside.example", "takenAt": "2026-11-20T10:15:00+01:00", "queue": "Billing", "consentNoted": true }""";

    [GeneratedRegex("^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(_(?<time>[0-9]{4})(_(?<staff>[^_]{1,100})(_(?<queue>[^_]{1,100}))?)?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
