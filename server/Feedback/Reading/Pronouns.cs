namespace RealtimeTraining.Server.Feedback;

/// <summary>How cues and the debrief speak of the patient.</summary>
internal sealed record Pronouns(string They, string Them, string Their, bool Plural)
{
    public static Pronouns Of(string pronoun) => pronoun.Trim().ToUpperInvariant() switch
    {
        "SHE" => new Pronouns("she", "her", "her", false),
        "HE" => new Pronouns("he", "him", "his", false),
        _ => new Pronouns("they", "them", "their", true),
    };

    public string TheyAre => Plural ? "they are" : $"{They} is";

    public string TheyWere => Plural ? "they were" : $"{They} was";

    public string CapitalThey => char.ToUpperInvariant(They[0]) + They[1..];

    public string CapitalTheyAre => char.ToUpperInvariant(They[0]) + TheyAre[1..];

    /// <summary>"feel" after "they", "feels" after "she".</summary>
    public string Verb(string plain) => Plural ? plain : plain + "s";
}
