namespace RealtimeTraining.Server.Reviews;

/// <summary>When identifiers are spoken in a call, by the times of their words. Pure.</summary>
public static class SilentSpans
{
    /// <summary>A recogniser's word ends before its last sound has died away, and begins after its first.</summary>
    public const int AroundMs = 150;

    /// <param name="lines">In order, nothing masked: a bare answer is understood by the question before it.</param>
    /// <returns>In order, without overlaps. Where a line's words have no times, all of the line.</returns>
    public static IReadOnlyList<SilentSpan> Of(IReadOnlyList<ReviewLine> lines) =>
        Joined(lines.SelectMany((line, i) => Of(line, i > 0 ? lines[i - 1] : null)).OrderBy(span => span.StartMs));

    private static IEnumerable<SilentSpan> Of(ReviewLine line, ReviewLine? before)
    {
        var spans = IdentifierFinder.Find(line, before);
        if (spans.Count == 0)
        {
            return [];
        }
        if (WordPlaces.Of(line) is not { Count: > 0 } places)
        {
            return [Around(line.StartMs, line.EndMs)];
        }
        return spans.Select(span => places.Where(place => place.Place.Overlaps(span)).Select(place => place.Word).ToList())
            // An identifier without a timed word could be anywhere in the line.
            .Select(words => words.Count == 0 ? Around(line.StartMs, line.EndMs) : Around(words.Min(word => word.StartMs), words.Max(word => word.EndMs)));
    }

    private static SilentSpan Around(int startMs, int endMs) => new(Math.Max(0, startMs - AroundMs), endMs + AroundMs);

    private static List<SilentSpan> Joined(IEnumerable<SilentSpan> spans)
    {
        var joined = new List<SilentSpan>();
        foreach (var span in spans)
        {
            if (joined.Count > 0 && span.StartMs <= joined[^1].EndMs)
            {
                joined[^1] = joined[^1] with { EndMs = Math.Max(joined[^1].EndMs, span.EndMs) };
            }
            else
            {
                joined.Add(span);
            }
        }
        return joined;
    }
}
