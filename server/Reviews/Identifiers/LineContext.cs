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

    // Before "name is Dana" these make a question of it: "what name is that under".
    private static readonly string[] QuestionWords = ["what", "what's", "whats", "may", "can", "could", "give", "verify", "confirm", "who", "whom", "spell", "please"];

    private static readonly string[] Asking = [.. QuestionWords, "your", "his", "her", "their"];

    private static readonly string[] FirstPerson = ["i", "i'm", "i’m", "i've", "i’ve", "my", "me", "we", "our"];

    // "Date of birth?", "Member id?"
    private const int ShortQuestion = 5;

    // A longer line gives more than a name.
    private const int LongestGiving = 40;

    /// <summary>Words of names on no list that the line before gave: who says them again says the name again.</summary>
    public IReadOnlyList<string> Given { get; private init; } = [];

    /// <param name="continues">Who said what stands before goes on speaking, or may: "my name is", "Dana Fowler".</param>
    public static LineContext Of(string text, string? before, bool continues = false)
    {
        if (before is null)
        {
            return new LineContext(text, LineToken.Of(text), null);
        }
        var heard = LineToken.Of(before);
        return new LineContext(text, LineToken.Of(text), AskedIn(heard, continues))
        {
            Given = heard.Count <= LongestGiving ? NameFinder.UnknownIn(new LineContext(before, heard, null)) : [],
        };
    }

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
    private static IdentifierKind? AskedIn(IReadOnlyList<LineToken> tokens, bool continues)
    {
        if (tokens.Count > ShortQuestion && !tokens.Any(token => token.Lower == "and" || Asking.Contains(token.Lower)))
        {
            return null;
        }
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            var word = tokens[i].Lower;
            // "How can I help you, who is calling" asks for the name; "thank you for calling" for nothing.
            if (KindOf(word) is { } kind && !(word is "calling" or "speaking" or "call" or "live" or "text" or "id" or "plan" or "group"
                && !tokens.Any(other => other.Lower is "who" or "whom" or "number" or "where")))
            {
                // A number that was given is said again, or goes on; any word can follow a name that was given.
                return kind == IdentifierKind.Name && !continues && !AsksForName(tokens, i) ? null : kind;
            }
        }
        return null;
    }

    /// <summary>"And your last name" asks; "and my name is Dana" has answered, and "and I gave my name" does neither.</summary>
    /// <param name="cue">Where the word stands that tells that it is about a name.</param>
    private static bool AsksForName(IReadOnlyList<LineToken> tokens, int cue)
    {
        if (cue + 2 < tokens.Count && tokens[cue + 1].Lower is "is" or "are" or "was")
        {
            return tokens.Take(cue).Any(token => QuestionWords.Contains(token.Lower));
        }
        if (tokens.Any(token => Asking.Contains(token.Lower)))
        {
            return true;
        }
        var and = tokens.Count - 1;
        while (and >= 0 && tokens[and].Lower != "and")
        {
            and--;
        }
        return cue > and && !tokens.Skip(and + 1).Any(token => FirstPerson.Contains(token.Lower));
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
