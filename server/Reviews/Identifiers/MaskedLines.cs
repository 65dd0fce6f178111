using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Masks the lines of a call, before anything else reads them.</summary>
public static class MaskedLines
{
    /// <param name="lines">In order: a bare answer is understood by the question before it.</param>
    public static IReadOnlyList<ReviewLine> Of(IReadOnlyList<ReviewLine> lines) =>
        [.. lines.Select((line, i) => Mask(line, i > 0 ? lines[i - 1] : null))];

    private static ReviewLine Mask(ReviewLine line, ReviewLine? before)
    {
        var spans = IdentifierFinder.Find(line, before);
        return spans.Count == 0 ? line : line with
        {
            Text = MaskedText.Of(line.Text, spans),
            // Those within an identifier would give it away; where none can be placed, none can be trusted to be none.
            Words = Kept(line, spans),
        };
    }

    private static IReadOnlyList<SpokenWord> Kept(ReviewLine line, IReadOnlyList<IdentifierSpan> spans) =>
        WordPlaces.Of(line) is { } places ? [.. places.Where(place => !spans.Any(place.Place.Overlaps)).Select(place => place.Word)] : [];
}
