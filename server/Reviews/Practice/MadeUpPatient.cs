namespace RealtimeTraining.Server.Reviews;

/// <summary>A patient who does not exist, for a practice call made from a real one: nothing of the caller is in it. The same moment gives the same.</summary>
internal sealed record MadeUpPatient(string Name, string Pronoun, int Age, string BirthDate)
{
    private static readonly MadeUpPatient[] All =
    [
        new("Nora Whitfield", "she", 44, "June ninth, nineteen eighty-two"), new("Elliot Marsh", "he", 52, "May second, nineteen seventy-four"),
        new("Iris Caldwell", "she", 67, "March third, nineteen fifty-nine"), new("Owen Pratt", "he", 38, "July twelfth, nineteen eighty-eight"),
        new("Robin Ames", "they", 29, "April first, nineteen ninety-seven"), new("Clara Benning", "she", 58, "August fifth, nineteen sixty-eight"),
        new("Miles Harlan", "he", 71, "January sixth, nineteen fifty-five"), new("Tessa Lund", "she", 33, "February tenth, nineteen ninety-three"),
    ];

    public static MadeUpPatient For(Guid callId, int line) => All[(callId.ToByteArray()[^1] + line) % All.Length];

    /// <summary>The masks of a line filled with what is made up, so that it can be spoken.</summary>
    public string Fill(string masked) => masked
        .Replace(MaskedText.WordOf(IdentifierKind.Name), Name, StringComparison.Ordinal)
        .Replace(MaskedText.WordOf(IdentifierKind.DateOfBirth), BirthDate, StringComparison.Ordinal)
        .Replace(MaskedText.WordOf(IdentifierKind.Address), "twelve Orchard Lane", StringComparison.Ordinal)
        .Replace(MaskedText.WordOf(IdentifierKind.Phone), "five five five, oh one one oh", StringComparison.Ordinal)
        .Replace(MaskedText.WordOf(IdentifierKind.Email), "my e-mail address", StringComparison.Ordinal)
        .Replace(MaskedText.WordOf(IdentifierKind.RecordNumber), "one two three four", StringComparison.Ordinal)
        .Replace(MaskedText.WordOf(IdentifierKind.InsuranceNumber), "nine eight seven six", StringComparison.Ordinal)
        .Replace(MaskedText.WordOf(IdentifierKind.CardNumber), "my card number", StringComparison.Ordinal);
}
