using RealtimeTraining.Speech.Language;

namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>Written words as a <see cref="Transcript"/> holds them: "Dr. Patel, $50" is "doctor patel 50 dollars".</summary>
internal static class WrittenWords
{
    /// <param name="offsetMs">Added to the times.</param>
    /// <param name="lengthMs">Of the sound that was decoded: words lie within it, in order, whatever the decoder says.</param>
    public static List<RecognizedWord> Speak(IEnumerable<RecognizedWord> written, int offsetMs, int lengthMs)
    {
        var spoken = new List<RecognizedWord>();
        var earliest = 0;
        foreach (var word in written)
        {
            // With spaces around it, because a sign that stands for a word is known by them.
            var parts = HeardText.Write($" {word.Text} ").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var start = Math.Clamp(word.StartMs, earliest, Math.Max(earliest, lengthMs));
            var end = Math.Clamp(word.EndMs, start, Math.Max(start, lengthMs));
            for (var i = 0; i < parts.Length; i++)
            {
                spoken.Add(new RecognizedWord(
                    parts[i], offsetMs + start + (end - start) * i / parts.Length, offsetMs + start + (end - start) * (i + 1) / parts.Length, word.Confidence));
            }
            earliest = parts.Length > 0 ? end : earliest;
        }
        return spoken;
    }
}
