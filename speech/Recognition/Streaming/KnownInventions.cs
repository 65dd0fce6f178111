using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>What models trained on subtitles write when there is nothing to write.</summary>
internal static class KnownInventions
{
    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal)
    {
        "you", "bye", "bye bye", "okay", "so", "oh", "the", "i'm sorry", "thank you", "thank you very much", "thank you so much", "thanks",
        "thank you bye", "see you", "see you next time", "see you in the next video", "we'll be right back", "the end",
        "please subscribe", "please subscribe to my channel", "like and subscribe", "don't forget to like and subscribe", "silence", "music",
    };

    private static readonly string[] Beginnings =
    [
        "thanks for watching", "thank you for watching", "thank you so much for watching", "thanks for listening", "subtitles by", "subtitle by",
        "subtitles created by", "captions by", "captioned by", "closed captions by", "transcribed by", "transcription by", "translated by",
        "copyright", "this video is", "please like and subscribe",
    ];

    /// <param name="text">As a transcript holds it.</param>
    public static bool Contains(string text) =>
        Whole.Contains(text) || Array.Exists(Beginnings, beginning => (text + ' ').StartsWith(beginning + ' ', StringComparison.Ordinal));

    /// <summary>At least two words, and nothing but a stretch of the prompt.</summary>
    public static bool IsEcho(IReadOnlyList<RecognizedWord> words, string prompt) => words.Count > 1
        && $" {SpokenText.Normalise(prompt)} ".Contains($" {string.Join(' ', words.Select(word => word.Text))} ", StringComparison.Ordinal);
}
