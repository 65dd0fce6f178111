namespace RealtimeTraining.Server.Calls;

/// <summary>The transcript that a call's log amounts to.</summary>
public static class Transcripts
{
    public static IReadOnlyList<TranscriptLine> Of(IReadOnlyList<CallEvent> events)
    {
        var cuts = events.OfType<UtteranceCutOff>().GroupBy(cut => cut.Utterance).ToDictionary(group => group.Key, group => group.Last());
        return [.. Spoken(events)
            .Select(said => cuts.TryGetValue(said.Utterance, out var cut)
                ? Line(said, cut.HeardText, Math.Max(said.StartMs, Math.Min(said.EndMs, cut.EndMs)), cutOff: true)
                : Line(said, said.Text, said.EndMs, cutOff: false))
            .Where(line => line.Text.Length > 0)
            .OrderBy(line => line.StartMs)];
    }

    /// <summary>Everything said, each with the times at which it was heard.</summary>
    public static IEnumerable<UtteranceSpoken> Spoken(IReadOnlyList<CallEvent> events)
    {
        var played = events.OfType<UtterancePlayed>().GroupBy(moved => moved.Utterance).ToDictionary(group => group.Key, group => group.Last());
        return events.OfType<UtteranceSpoken>().Select(said => played.TryGetValue(said.Utterance, out var moved)
            ? said with { StartMs = moved.StartMs, EndMs = moved.EndMs }
            : said);
    }

    private static TranscriptLine Line(UtteranceSpoken said, string text, int endMs, bool cutOff) =>
        new(said.Utterance, said.Party, text, said.StartMs, endMs, said.Typed, cutOff, said.Confidence);
}
