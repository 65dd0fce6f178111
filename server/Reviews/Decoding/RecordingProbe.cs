using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Finds out what an uploaded file really holds, before anything else touches it. Singleton.</summary>
public sealed class RecordingProbe(MediaTool tool, IOptions<ReviewOptions> options)
{
    private const int MaxAnswerBytes = 200_000;

    /// <summary>First bytes of things that people upload by mistake.</summary>
    private static readonly (byte[] Start, string What)[] Mistakes =
    [
        ([0x50, 0x4B, 0x03, 0x04], "a zip archive. Unpack it and upload the recordings in it"),
        ([0x50, 0x4B, 0x05, 0x06], "an empty zip archive"),
        ([0x1F, 0x8B], "a gzip archive. Unpack it and upload the recordings in it"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive. Unpack it and upload the recordings in it"),
        ([0x52, 0x61, 0x72, 0x21], "a rar archive. Unpack it and upload the recordings in it"),
        ([0x25, 0x50, 0x44, 0x46], "a PDF"),
    ];

    /// <exception cref="RecordingException">It is nothing that can be reviewed, or the tool failed; the message says why.</exception>
    public async Task<ProbedFile> ProbeAsync(string path, string fileName, CancellationToken cancellationToken)
    {
        await RefuseMistakesAsync(path, cancellationToken);
        using var answer = new MemoryStream();
        await tool.ProbeAsync(
            ["-of", "json", "-show_entries", "format=format_name,duration:stream=codec_type,codec_name,channels,sample_rate,duration:stream_disposition=attached_pic", .. MediaTool.Input(path)],
            (output, token) => CopyAsync(output, answer, token), cancellationToken);
        try
        {
            using var json = JsonDocument.Parse(answer.ToArray());
            return Read(json.RootElement, fileName);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new RecordingException("notSound", "This file could not be understood. Save the recording anew as WAV or MP3 and upload it again.", e);
        }
    }

    private static async Task RefuseMistakesAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var head = new byte[8];
        var count = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        if (count == 0)
        {
            throw new RecordingException("empty", "The file is empty. Record or export the call again.");
        }
        foreach (var (start, what) in Mistakes)
        {
            if (head.AsSpan(0, count).StartsWith(start))
            {
                throw new RecordingException("notSound", $"This is {what}, not a sound recording.");
            }
        }
    }

    private ProbedFile Read(JsonElement root, string fileName)
    {
        var streams = root.GetProperty("streams").EnumerateArray().ToList();
        if (streams.Any(stream => TypeOf(stream) == "video" && !IsCover(stream)))
        {
            throw new RecordingException("video", "This is a video. Save its sound alone, as M4A or WAV, and upload that.");
        }
        var sound = streams.Where(stream => TypeOf(stream) == "audio").ToList();
        if (sound.Count == 0)
        {
            throw new RecordingException("notSound", "There is no sound in this file.");
        }
        var format = root.GetProperty("format");
        var name = format.GetProperty("format_name").GetString() ?? "";
        var durationMs = DurationMs(format) ?? DurationMs(sound[0]);
        if (durationMs > options.Value.MaxMinutes * 60_000L)
        {
            throw TooLong(options.Value);
        }
        var channels = sound[0].GetProperty("channels").GetInt32();
        var rate = int.Parse(sound[0].GetProperty("sample_rate").GetString() ?? "", CultureInfo.InvariantCulture);
        if (channels < 1 || rate < 1)
        {
            throw new RecordingException("notSound", "The file names no channels or no sample rate, so its sound cannot be read.");
        }
        var notes = new List<string>();
        if (FileKinds.Mismatch(fileName, name) is { } mismatch)
        {
            notes.Add(mismatch);
        }
        if (sound.Count > 1)
        {
            notes.Add($"The file holds {sound.Count} sound tracks; the first was taken.");
        }
        if (rate < 8_000)
        {
            notes.Add($"The sound has only {rate} samples a second, less than a telephone's: many words will be wrong.");
        }
        return new ProbedFile(name, sound[0].GetProperty("codec_name").GetString() ?? "", channels, rate, (int?)durationMs, notes);
    }

    internal static RecordingException TooLong(ReviewOptions limits) => new("tooLong",
        $"The recording is longer than the {limits.MaxMinutes / 60.0:0.#} hours that are taken. Cut it into single calls and upload those.");

    private static string? TypeOf(JsonElement stream) => stream.TryGetProperty("codec_type", out var type) ? type.GetString() : null;

    /// <summary>A picture on the sleeve of an MP3 or M4A counts as video to ffmpeg.</summary>
    private static bool IsCover(JsonElement stream) =>
        stream.TryGetProperty("disposition", out var disposition) && disposition.TryGetProperty("attached_pic", out var cover) && cover.GetInt32() == 1;

    private static long? DurationMs(JsonElement element) =>
        element.TryGetProperty("duration", out var text) && double.TryParse(text.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            && double.IsFinite(seconds) && seconds is >= 0 and < 1e9
            ? (long)(seconds * 1000) : null;

    private static async Task CopyAsync(Stream from, MemoryStream to, CancellationToken cancellationToken)
    {
        var block = new byte[8_192];
        while (await from.ReadAsync(block, cancellationToken) is > 0 and var count)
        {
            if (to.Length + count > MaxAnswerBytes)
            {
                throw new RecordingException("notSound", "The file describes more tracks than any recording has. Save it anew as WAV or MP3.");
            }
            to.Write(block, 0, count);
        }
    }
}
