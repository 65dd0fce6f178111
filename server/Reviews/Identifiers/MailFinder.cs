using System.Text.RegularExpressions;

namespace RealtimeTraining.Server.Reviews;

/// <summary>E-mail addresses, written, and spoken: "dana dot fowler at gmail dot com".</summary>
internal static partial class MailFinder
{
    private static readonly string[] Ends = ["com", "org", "net", "edu", "gov", "uk", "co", "us", "io", "info", "ca"];

    /// <summary>Words before the address, which are none of it.</summary>
    private static readonly string[] Stops =
    [
        "is", "it's", "its", "email", "mail", "address", "my", "to", "at", "the", "you", "me", "yes", "yeah", "sure", "okay", "um", "uh", "so", "that's",
        "and", "or", "on", "for", "send", "it", "use", "still", "be", "would", "can", "by", "with", "her", "his", "as",
    ];

    public static IEnumerable<IdentifierSpan> Find(LineContext line)
    {
        foreach (Match match in Written().Matches(line.Text))
        {
            yield return new IdentifierSpan(IdentifierKind.Email, match.Index, match.Length);
        }
        var tokens = line.Tokens;
        for (var at = 1; at + 2 < tokens.Count; at++)
        {
            if (tokens[at].Lower == "at" && End(tokens, at) is { } end)
            {
                var from = at;
                while (from > 0 && at - from < 24 && !Stops.Contains(tokens[from - 1].Lower))
                {
                    from--;
                }
                if (from < at)
                {
                    yield return new IdentifierSpan(IdentifierKind.Email, tokens[from].Start, tokens[end].End - tokens[from].Start);
                }
            }
        }
    }

    /// <summary>The last word of the domain after "at", which ends in "dot com" and the like within a few words.</summary>
    private static int? End(IReadOnlyList<LineToken> tokens, int at)
    {
        for (var dot = at + 2; dot + 1 < tokens.Count && dot <= at + 8; dot++)
        {
            if (tokens[dot].Lower == "dot" && Ends.Contains(tokens[dot + 1].Lower))
            {
                return dot + 3 < tokens.Count && tokens[dot + 2].Lower == "dot" && Ends.Contains(tokens[dot + 3].Lower) ? dot + 3 : dot + 1;
            }
        }
        return null;
    }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
