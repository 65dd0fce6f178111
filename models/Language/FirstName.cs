namespace RealtimeTraining.Models.Language;

/// <summary>What somebody calls themselves on the phone.</summary>
public static class FirstName
{
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal) { "dr", "doctor", "mr", "mister", "mrs", "missus", "ms", "miss", "prof", "professor" };

    /// <param name="fullName">"Dr. Maya Lindqvist".</param>
    /// <returns>As a recogniser writes it, "maya"; null where there is none to be said.</returns>
    public static string? Of(string? fullName) =>
        SpokenText.Words(fullName ?? "").FirstOrDefault(word => word.Length > 1 && word.All(char.IsLetter) && !Titles.Contains(word));

    /// <summary>"this is maya", "maya speaking". What a recogniser put between "this" and "is" does no harm.</summary>
    /// <param name="said">Words as <see cref="SpokenText.Normalise"/> makes them.</param>
    /// <param name="firstName">As <see cref="Of"/> gives it.</param>
    public static bool IsGivenIn(string said, string firstName)
    {
        string[] ways = [$"is {firstName}", $"name's {firstName}", $"i'm {firstName}", $"i am {firstName}", $"speaking with {firstName}", $"speaking to {firstName}", $"{firstName} speaking", $"{firstName} here"];
        var padded = $" {said} ";
        return ways.Any(way => padded.Contains($" {way} ", StringComparison.Ordinal));
    }
}
