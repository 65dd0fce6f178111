using System.Reflection;

namespace RealtimeTraining.Speech.Language.FrontDesk;

/// <summary>What somebody said on the phone at a healthcare office.</summary>
/// <param name="Topic">The file that it stands in.</param>
/// <param name="CallerSaid">Just before; empty where the call begins.</param>
/// <param name="Text">With its marks, and <see cref="FrontDeskTurns.Stop"/> where the speaker stops to think.</param>
public sealed record FrontDeskTurn(string Topic, string CallerSaid, string Text)
{
    /// <summary>The turn without its stops.</summary>
    public string Whole => Text.Replace(FrontDeskTurns.Stop, " ", StringComparison.Ordinal);
}

/// <summary>
/// Turns of the people who answer the phone, written for this product as they are said, restarts and words that are looked for included:
/// the recogniser leans towards them, and the model of silences learns from them what ends a turn and where people stop inside one.
/// </summary>
public static class FrontDeskTurns
{
    /// <summary>Half a second, inside a sentence.</summary>
    public const string Stop = " / ";

    private const string Folder = "FrontDesk/turns/";
    private const string BetweenParties = " | ";

    private static readonly Lazy<IReadOnlyList<FrontDeskTurn>> Read = new(() => [.. Files().SelectMany(ReadFile)]);

    public static IReadOnlyList<FrontDeskTurn> All => Read.Value;

    private static IEnumerable<string> Files() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static IEnumerable<FrontDeskTurn> ReadFile(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }
            var parties = $" {line}".Split(BetweenParties);
            if (parties.Length != 2)
            {
                throw new InvalidOperationException($"{name}: \"{line}\" needs one \"{BetweenParties.Trim()}\" between the caller and the front desk.");
            }
            yield return new FrontDeskTurn(name[Folder.Length..^".txt".Length], parties[0].Trim(), parties[1].Trim());
        }
    }
}
