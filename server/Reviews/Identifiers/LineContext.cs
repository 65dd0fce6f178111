namespace RealtimeTraining.Server.Reviews;

/// <summary>A line as the finders read it: its words, and what was asked right before it.</summary>
/// <param name="Asked">What the line before asked for, so that a bare answer is understood; null where nothing was.</param>
internal sealed record LineContext(string Text, IReadOnlyList<LineToken> Tokens, IdentifierKind? Asked)
{
    private static readonly (IdentifierKind Kind, string[] Words)[] Cues =
    [
        (IdentifierKind.DateOfBirth, ["birth", "born", "birthday", "birthdate", "dob"]),
        (IdentifierKind.Email, ["email", "mail"]),
        (IdentifierKind.CardNumber, ["card", "visa", "mastercard", "credit", "debit", "cvv", "expiration", "amex"]),
        (IdentifierKind.InsuranceNumber, ["member", "policy", "insurance", "subscriber", "group", "plan", "medicare", "medicaid", "aetna", "cigna"]),
        (IdentifierKind.RecordNumber, ["record", "chart", "mrn", "account", "reference", "claim", "case", "confirmation", "invoice", "social", "ssn", "security", "license", "id"]),
        (IdentifierKind.Address, ["address", "zip", "street", "postal", "live"]),
        (IdentifierKind.Phone, ["phone", "cell", "mobile", "telephone", "callback", "reach", "text", "extension", "fax", "call"]),
        (IdentifierKind.Name, ["name", "spell", "spelled", "spelling", "speaking", "calling"]),
    ];

    private static readonly string[] Asking = ["what", "what's", "whats", "may", "can", "could", "give", "your", "his", "her", "their", "verify", "confirm", "who", "whom", "spell", "and", "please"];

    // "Date of birth?", "Member id?"
    private const int ShortQuestion = 5;

    public static LineContext Of(string text, string? before) => new(text, LineToken.Of(text), before is null ? null : AskedIn(before));

    /// <summary>The kind that the words before a place name; null where they name none.</summary>
    public IdentifierKind? CueBefore(int index, int words = 8)
    {
        for (var i = index - 1; i >= Math.Max(0, index - words); i--)
        {
            if (KindOf(Tokens[i].Lower) is { } kind && kind != IdentifierKind.Name)
            {
                return kind;
            }
        }
        return Asked == IdentifierKind.Name ? null : Asked;
    }

    /// <summary>A question or a request for something that tells who one is; the last such thing counts.</summary>
    private static IdentifierKind? AskedIn(string before)
    {
        var tokens = LineToken.Of(before);
        if (tokens.Count > ShortQuestion && !tokens.Any(token => Asking.Contains(token.Lower)))
        {
            return null;
        }
        foreach (var token in tokens.Reverse())
        {
            // "How can I help you, who is calling" asks for the name; "thank you for calling" for nothing.
            if (KindOf(token.Lower) is { } kind && !(token.Lower is "calling" or "speaking" or "call" or "live" or "text" or "id" or "plan" or "group"
                && !tokens.Any(other => other.Lower is "who" or "whom" or "number" or "where")))
            {
                return kind;
            }
        }
        return null;
    }

    private static IdentifierKind? KindOf(string word)
    {
        foreach (var (kind, words) in Cues)
        {
            if (words.Contains(word))
            {
                return kind;
            }
        }
        return null;
    }
}
