using System.Text;
using System.Text.RegularExpressions;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Reviews.Identifiers;

/// <param name="Before">What was said right before; null where it does not matter.</param>
internal sealed record MarkedLine(string? Before, string Text, IReadOnlyList<IdentifierSpan> Identifiers);

/// <summary>The lines of identifiers.txt. "{name:mister thornton:thornton}" says that only the last part must be masked.</summary>
internal static partial class IdentifierSet
{
    private static readonly Dictionary<string, IdentifierKind> Kinds = new()
    {
        ["name"] = IdentifierKind.Name, ["dob"] = IdentifierKind.DateOfBirth, ["address"] = IdentifierKind.Address, ["phone"] = IdentifierKind.Phone,
        ["email"] = IdentifierKind.Email, ["record"] = IdentifierKind.RecordNumber, ["insurance"] = IdentifierKind.InsuranceNumber, ["card"] = IdentifierKind.CardNumber,
    };

    public static IReadOnlyList<MarkedLine> Lines { get; } =
        [.. File.ReadLines(Checkout.Path("tests", "Server.Tests", "Reviews", "Identifiers", "identifiers.txt")).Where(line => line.Length > 0 && line[0] != '#').Select(Read)];

    private static MarkedLine Read(string line)
    {
        var parts = line.Split(" | ");
        var (text, spans) = (new StringBuilder(), new List<IdentifierSpan>());
        var at = 0;
        foreach (Match match in Marked().Matches(parts[^1]))
        {
            text.Append(parts[^1], at, match.Index - at);
            var (whole, must) = (match.Groups["whole"].Value, match.Groups["must"]);
            var from = must.Success ? whole.IndexOf(must.Value, StringComparison.Ordinal) : 0;
            spans.Add(new IdentifierSpan(Kinds[match.Groups["kind"].Value], text.Length + from, must.Success ? must.Length : whole.Length));
            text.Append(whole);
            at = match.Index + match.Length;
        }
        text.Append(parts[^1], at, parts[^1].Length - at);
        return new MarkedLine(parts.Length > 1 ? parts[0] : null, text.ToString(), spans);
    }

    [GeneratedRegex(@"\{(?<kind>\w+):(?<whole>[^:}]+)(?::(?<must>[^}]+))?\}")]
    private static partial Regex Marked();
}
