namespace RealtimeTraining.Server.Reviews;

/// <summary>What a coach lets the member of staff read beside the call: a copy, so that nothing else of a judgement can follow it.</summary>
/// <param name="Note">To the member of staff; may be empty.</param>
public sealed record SharedWords(string Note, IReadOnlyList<JudgedScore> Scores, IReadOnlyList<CoachComment> Comments)
{
    /// <summary>With what tells who somebody is masked, except the name of who reads it: coaches write "Well done, Maya".</summary>
    public SharedWords For(string reader) => new(
        Masked(Note, reader), [.. Scores.Select(score => score with { Reason = Masked(score.Reason, reader) })],
        [.. Comments.Select(comment => comment with { Text = Masked(comment.Text, reader) })]);

    private static string Masked(string text, string reader) =>
        MaskedText.Of(text, [.. IdentifierFinder.Find(text).Where(span => !(span.Kind == IdentifierKind.Name && IsOf(reader, text.AsSpan(span.Start, span.Length))))]);

    private static bool IsOf(string reader, ReadOnlySpan<char> name) => $" {reader} ".AsSpan().Contains($" {name} ", StringComparison.OrdinalIgnoreCase);
}
