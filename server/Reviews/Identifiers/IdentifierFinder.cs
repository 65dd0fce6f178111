namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// Finds what tells who somebody is in a line of a call, as it is written or as a recogniser writes it: lower case, no
/// punctuation, numbers in words. Rules and a list of names, no model. Pure, thread-safe.
/// </summary>
public static class IdentifierFinder
{
    /// <param name="before">The line before it in the call; null: it is the first.</param>
    public static IReadOnlyList<IdentifierSpan> Find(ReviewLine line, ReviewLine? before) => Find(line.Text, before?.Text, continues: before?.Speaker == line.Speaker);

    /// <param name="before">What was said right before, by whom ever: a bare answer is understood by its question.</param>
    /// <param name="continues">By the same person, or by who knows whom: what is given may go on.</param>
    /// <returns>In order, without overlaps.</returns>
    public static IReadOnlyList<IdentifierSpan> Find(string text, string? before = null, bool continues = false)
    {
        var line = LineContext.Of(text, before, continues);
        var found = new List<IdentifierSpan>();
        // The surest first: what overlaps one that was found before is left out.
        foreach (var finder in (Func<LineContext, IEnumerable<IdentifierSpan>>[])[MailFinder.Find, AddressFinder.Find, DateFinder.Find, NumberFinder.Find, NameFinder.Find])
        {
            foreach (var span in finder(line).Where(span => span.Length > 0))
            {
                if (!found.Exists(span.Overlaps))
                {
                    found.Add(span);
                }
            }
        }
        return [.. found.OrderBy(span => span.Start)];
    }
}
