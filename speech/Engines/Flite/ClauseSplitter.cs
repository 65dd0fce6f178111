namespace RealtimeTraining.Speech.Engines.Flite;

/// <summary>
/// Cuts a text where a speaker would take a breath. Sentences stay whole as far as they can, because each piece gets
/// an intonation of its own; the first piece is kept short, because the trainee waits for it.
/// </summary>
internal static class ClauseSplitter
{
    private const int FirstPieceChars = 70;
    private const int PieceChars = 160;
    private const int SentencePauseMs = 280;
    private const int CommaPauseMs = 160;
    private const int NoPauseMs = 20;

    public static IReadOnlyList<Clause> Split(string text)
    {
        var clauses = new List<Clause>();
        var rest = text.AsSpan().Trim();
        while (!rest.IsEmpty)
        {
            var limit = clauses.Count == 0 ? FirstPieceChars : PieceChars;
            var (length, pause) = NextPiece(rest, limit);
            clauses.Add(new Clause(rest[..length].Trim().ToString(), pause));
            rest = rest[length..].TrimStart();
        }
        if (clauses.Count > 0)
        {
            // What follows the last word is the pacing of the call, not of the voice.
            clauses[^1] = clauses[^1] with { PauseMs = NoPauseMs };
        }
        return clauses;
    }

    private static (int Length, int PauseMs) NextPiece(ReadOnlySpan<char> text, int limit)
    {
        var sentence = SentenceLength(text);
        if (sentence <= limit)
        {
            return (sentence, SentencePauseMs);
        }
        var window = text[..Math.Min(text.Length, limit)];
        // A comma or a dash late enough that the piece is worth its own intonation.
        for (var i = window.Length - 2; i >= 15; i--)
        {
            if (window[i] is ',' or ';' or ':' && window[i + 1] == ' ')
            {
                return (i + 1, CommaPauseMs);
            }
        }
        if (sentence <= PieceChars)
        {
            return (sentence, SentencePauseMs);
        }
        var space = text[..Math.Min(text.Length, PieceChars)].LastIndexOf(' ');
        return (space > 0 ? space : Math.Min(text.Length, PieceChars), NoPauseMs);
    }

    private static int SentenceLength(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '.' or '!' or '?' && (i + 1 == text.Length || text[i + 1] == ' ') && !IsAbbreviation(text[..i]))
            {
                return i + 1;
            }
        }
        return text.Length;
    }

    /// <summary>An initial ("J."): a single letter before the full stop. Titles are written out before.</summary>
    private static bool IsAbbreviation(ReadOnlySpan<char> before) =>
        before.Length > 0 && char.IsUpper(before[^1]) && (before.Length == 1 || before[^2] is ' ' or '.');
}
