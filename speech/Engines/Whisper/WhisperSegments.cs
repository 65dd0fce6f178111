using RealtimeTraining.Speech.Recognition.Streaming;
using Whisper.net;

namespace RealtimeTraining.Speech.Engines.Whisper;

/// <summary>Whisper.net's segments as the window logic takes them.</summary>
internal static class WhisperSegments
{
    public static DecodedSegment Read(SegmentData segment)
    {
        var tokens = segment.Tokens.Where(token => IsSpoken(token.Text))
            // Times come in hundredths of a second.
            .Select(token => new DecodedToken(token.Text!, (int)token.Start * 10, (int)token.End * 10, token.Probability)).ToArray();
        // A letter of another alphabet may be cut in two tokens, neither of which can be read.
        return new DecodedSegment(Array.Exists(tokens, token => token.Text.Contains('\uFFFD')) ? Spread(segment) : tokens, segment.NoSpeechProbability);
    }

    /// <summary>Time marks and the like are no words.</summary>
    private static bool IsSpoken(string? text) =>
        !string.IsNullOrEmpty(text) && !text.StartsWith("[_", StringComparison.Ordinal) && !text.StartsWith("<|", StringComparison.Ordinal);

    /// <summary>The segment's words, spread evenly over its time.</summary>
    private static DecodedToken[] Spread(SegmentData segment)
    {
        var words = segment.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (start, length) = ((int)segment.Start.TotalMilliseconds, (int)(segment.End - segment.Start).TotalMilliseconds);
        return [.. words.Select((word, i) => new DecodedToken(
            ' ' + word, start + length * i / words.Length, start + length * (i + 1) / words.Length, segment.Probability))];
    }
}
