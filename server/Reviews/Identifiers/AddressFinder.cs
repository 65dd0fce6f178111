using System.Text.RegularExpressions;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Where somebody lives: a house number and a street, with what follows of apartment, town, state and zip code.</summary>
internal static partial class AddressFinder
{
    private static readonly string[] Streets =
    [
        "street", "st", "avenue", "ave", "road", "rd", "drive", "dr", "lane", "ln", "boulevard", "blvd", "court", "ct", "place", "pl", "circle", "terrace",
        "highway", "hwy", "parkway", "pkwy", "crescent", "close", "square", "trail", "way", "row", "alley",
    ];

    private static readonly string[] Rooms = ["apartment", "apt", "unit", "suite", "flat", "number", "floor"];

    private static readonly string[] Directions = ["north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "n", "s", "e", "w"];

    private static readonly string[] NoTown =
    [
        "and", "is", "my", "the", "but", "so", "that", "thats", "that's", "right", "yes", "correct", "okay", "i", "we", "you", "it", "to", "for", "near", "please", "now", "still", "since",
    ];

    /// <summary>Words of a street's name between its number and its kind.</summary>
    private const int MostName = 4;

    public static IEnumerable<IdentifierSpan> Find(LineContext line)
    {
        var tokens = line.Tokens;
        for (var i = 1; i < tokens.Count; i++)
        {
            if (Streets.Contains(tokens[i].Lower) && NumberBefore(tokens, i) is { } from)
            {
                var end = After(line, i);
                yield return new IdentifierSpan(IdentifierKind.Address, tokens[from].Start, tokens[end].End - tokens[from].Start);
                i = end;
            }
        }
        foreach (Match match in PostBox().Matches(line.Text))
        {
            yield return new IdentifierSpan(IdentifierKind.Address, match.Index, match.Length);
        }
    }

    private static int? NumberBefore(IReadOnlyList<LineToken> tokens, int street)
    {
        for (var i = street - 1; i >= Math.Max(0, street - 1 - MostName); i--)
        {
            if (tokens[i].Digits is null)
            {
                continue;
            }
            // A number right before "way" or "drive" is no house; one with a name between is, and so is a numbered street.
            var from = i;
            while (from > 0 && (tokens[from - 1].Digits is not null || tokens[from - 1].Lower is "hundred" or "thousand"))
            {
                from--;
            }
            return street - i > 1 ? from : null;
        }
        return null;
    }

    private static int After(LineContext line, int street)
    {
        var tokens = line.Tokens;
        var end = street;
        if (end + 1 < tokens.Count && Directions.Contains(tokens[end + 1].Lower))
        {
            end++;
        }
        if (end + 2 < tokens.Count && Rooms.Contains(tokens[end + 1].Lower))
        {
            end += 2;
            while (end + 1 < tokens.Count && (tokens[end + 1].Digits is not null || tokens[end + 1].IsLetter))
            {
                end++;
            }
        }
        // The town and the state: a few words up to a stop, where a comma, "in" or a zip code says that they come.
        var town = end;
        while (town + 1 < tokens.Count && town - end < 4 && !NoTown.Contains(tokens[town + 1].Lower) && line.Text[tokens[town].End..tokens[town + 1].Start].IndexOfAny(['.', '?', ';']) < 0)
        {
            town++;
            if (tokens[town].Digits is not null)
            {
                break;
            }
        }
        while (town + 1 < tokens.Count && tokens[town + 1].Digits is not null)
        {
            town++;
        }
        return town;
    }

    [GeneratedRegex(@"\bp\.?\s?o\.?\s?box\s+[\w]+(?:\s+(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|\d+))*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PostBox();
}
