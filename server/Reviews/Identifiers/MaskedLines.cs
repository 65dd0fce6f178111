using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Masks the lines of a call, before anything else reads them.</summary>
public static class MaskedLines
{
    /// <param name="lines">In order: a bare answer is understood by the question before it.</param>
    public static IReadOnlyList<ReviewLine> Of(IReadOnlyList<ReviewLine> lines) =>
        [.. lines.Select((line, i) => Mask(line, i > 0 ? lines[i - 1].Text : null))];

    private static ReviewLine Mask(ReviewLine line, string? before)
    {
        var spans = IdentifierFinder.Find(line.Text, before);
        return spans.Count == 0 ? line : line with
        {
            Text = MaskedText.Of(line.Text, spans),
            // Words lie in the text one after the other; those within an identifier would give it away.
            Words = Kept(line, spans),
        };
    }

    private static List<SpokenWord> Kept(ReviewLine line, IReadOnlyList<IdentifierSpan> spans)
    {
        var kept = new List<SpokenWord>();
        var at = 0;
        foreach (var word in line.Words)
        {
            var found = line.Text.IndexOf(word.Text, at, StringComparison.Ordinal);
            if (found < 0)
            {
                // The engine writes the text otherwise than its words: none of them can be trusted to be none.
                return [];
            }
            var place = new IdentifierSpan(default, found, word.Text.Length);
            at = place.End;
            if (!spans.Any(place.Overlaps))
            {
                kept.Add(word);
            }
        }
        return kept;
    }
}
