using System.Text;
using System.Text.RegularExpressions;
using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Server.Feedback;

/// <summary>Words that say nothing. The models read a line without them, so that padding it changes nothing.</summary>
internal static partial class Fillers
{
    /// <summary>The line as it stands, but for its fillers.</summary>
    public static string Without(SpokenLine line)
    {
        var kept = Kept(line);
        if (kept.Count == line.WordCount)
        {
            return line.Text;
        }
        var left = new StringBuilder(line.Text.Length);
        foreach (var word in kept)
        {
            left.Append(left.Length > 0 && !char.IsWhiteSpace(left[^1]) ? " " : "").Append(line.Quote(word, word)).Append(line.After(word));
        }
        return left.ToString().TrimEnd();
    }

    private static List<int> Kept(SpokenLine line)
    {
        var dropped = new bool[line.WordCount];
        foreach (Match filler in Anywhere().Matches(line.Normalised))
        {
            var (first, last) = line.WordsAt(filler.Index, filler.Length);
            Array.Fill(dropped, true, first, last - first + 1);
        }
        var kept = Enumerable.Range(0, line.WordCount).Where(word => !dropped[word]).ToList();
        var begin = kept.FindIndex(word => !AtTheEdge(line.Word(word)));
        var end = kept.FindLastIndex(word => !AtTheEdge(line.Word(word)));
        return begin < 0 ? kept : kept[begin..(end + 1)];
    }

    private static bool AtTheEdge(string word) => word is "well" or "okay" or "ok" or "so" or "right" or "yeah" or "now" or "alright" or "and" or "but" or "then";

    [GeneratedRegex(@"\b(?:u+[hm]+|e+r+m?|hm+|you know(?! (?:what|how|why|who|where|when|that|if|the|your|my|our))|i mean|basically|literally|obviously|actually|honestly|to be honest|kind of|sort of|so to (?:say|speak)|as it were|more or less|in a manner of speaking|at the end of the day|(?:and )?so on(?: and so forth)?|(?:and )?so forth|and (?:all )?that (?:kind|sort) of thing|and (?:stuff|things) like that|or something like that|if you will|as far as that goes|you see(?! (?:what|how|why|who|where|when|that|if|the|your))|like i said|let'?s say|all right)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Anywhere();
}
