using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Where the words of a line stand in its text: one after the other. Pure.</summary>
internal static class WordPlaces
{
    /// <returns>Null where the engine writes the text otherwise than its words, so that none of them can be placed.</returns>
    public static IReadOnlyList<(SpokenWord Word, IdentifierSpan Place)>? Of(ReviewLine line)
    {
        var places = new List<(SpokenWord, IdentifierSpan)>();
        var at = 0;
        foreach (var word in line.Words)
        {
            var found = line.Text.IndexOf(word.Text, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return null;
            }
            places.Add((word, new IdentifierSpan(default, found, word.Text.Length)));
            at = found + word.Text.Length;
        }
        return places;
    }
}
