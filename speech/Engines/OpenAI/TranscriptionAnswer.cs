using System.Text.Json;
using RealtimeTraining.Speech.Language;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Speech.Engines.OpenAI;

/// <summary>Reads what a transcription server answers, in its long form or its short one.</summary>
internal static class TranscriptionAnswer
{
    // Whisper's own rules for a piece that is no speech, or that goes round in circles.
    private const double NoSpeechAbove = 0.6;
    private const double UnsureBelow = -1;
    private const double RepeatsAbove = 2.4;

    /// <summary>For a server that does not say how sure it is.</summary>
    private const double UnknownConfidence = 0.8;

    /// <param name="lengthMs">Of the sound that was sent; no word lies outside.</param>
    /// <exception cref="JsonException">It is no such answer.</exception>
    public static async Task<Transcript> ReadAsync(Stream body, int lengthMs, CancellationToken cancellationToken)
    {
        using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
        {
            throw new JsonException("The answer has no text.");
        }
        var segments = List(root, "segments").ToList();
        var kept = segments.Where(IsSpeech).ToList();
        var said = HeardText.Write(segments.Count == 0 ? text.GetString()! : string.Concat(kept.Select(segment => $"{String(segment, "text")} ")));
        // The short form of some servers has neither; the long one of others has segments without text.
        if (said.Length == 0 && segments.Count > 0 && kept.Count == segments.Count)
        {
            said = HeardText.Write(text.GetString()!);
        }
        if (said.Length == 0)
        {
            return Transcript.Empty;
        }
        var pieces = kept.SelectMany(segment => List(segment, "words")).ToList();
        if (pieces.Count == 0)
        {
            var dropped = segments.Except(kept).Select(segment => (Start: Number(segment, "start") ?? 0, End: Number(segment, "end") ?? 0)).ToList();
            pieces = [.. List(root, "words").Where(word => !dropped.Exists(
                piece => Number(word, "start") >= piece.Start && Number(word, "start") < piece.End))];
        }
        var confidence = Confidence(kept, pieces);
        return new Transcript(said, confidence, Words(pieces, confidence, lengthMs));
    }

    private static bool IsSpeech(JsonElement segment) =>
        !(Number(segment, "no_speech_prob") > NoSpeechAbove && (Number(segment, "avg_logprob") ?? double.MinValue) < UnsureBelow)
        && !(Number(segment, "compression_ratio") > RepeatsAbove);

    private static double Confidence(List<JsonElement> segments, List<JsonElement> words)
    {
        var probabilities = words.Select(word => Number(word, "probability")).OfType<double>().ToList();
        if (probabilities.Count == 0)
        {
            probabilities = [.. segments.Select(segment => Number(segment, "avg_logprob")).OfType<double>().Select(Math.Exp)];
        }
        return probabilities.Count == 0 ? UnknownConfidence : Math.Clamp(probabilities.Average(), 0, 1);
    }

    private static RecognizedWord[] Words(List<JsonElement> pieces, double otherwise, int lengthMs)
    {
        var words = new List<(string Text, double Start, double End, double Confidence)>();
        // whisper.cpp gives pieces of words; a piece that begins one begins with a space.
        var inPieces = pieces.Exists(piece => String(piece, "word").StartsWith(' '));
        foreach (var piece in pieces)
        {
            var text = String(piece, "word");
            if (Number(piece, "start") is not { } start || Number(piece, "end") is not { } end || text.Length == 0)
            {
                continue;
            }
            if (inPieces && words.Count > 0 && !text.StartsWith(' '))
            {
                words[^1] = words[^1] with { Text = words[^1].Text + text, End = end };
            }
            else
            {
                words.Add((text, start, end, Math.Clamp(Number(piece, "probability") ?? otherwise, 0, 1)));
            }
        }
        return [.. words.SelectMany(word => HeardText.Write(word.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(
            text => new RecognizedWord(text, Ms(word.Start, lengthMs), Ms(Math.Max(word.Start, word.End), lengthMs), word.Confidence)))];
    }

    private static int Ms(double seconds, int lengthMs) => (int)Math.Round(Math.Clamp(seconds * 1000, 0, lengthMs));

    private static IEnumerable<JsonElement> List(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            : [];

    private static string String(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static double? Number(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
            && double.IsFinite(number) ? number : null;
}
