namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// Names of people: those that are known, beside each other or after words that introduce one ("my name is"), and whatever
/// is spelled or answered where a name was asked for. Titles stay: "doctor [name]".
/// </summary>
internal static class NameFinder
{
    private static readonly string[][] Introductions =
    [
        ["name", "is"], ["name's"], ["names"], ["names", "are"], ["named"], ["called", "me"], ["call", "me"], ["surname", "is"], ["speaking", "to"], ["speaking", "with"], ["spoke", "to"],
        ["spoke", "with"], ["talked", "to"], ["this", "is"], ["i'm"], ["i", "am"], ["it's"], ["calling", "for"], ["behalf", "of"], ["appointment", "for"], ["son"], ["daughter"], ["wife"],
        ["husband"], ["mother"], ["father"], ["brother"], ["sister"], ["baby"], ["child"], ["partner"], ["patient"], ["patient", "is"], ["thank", "you"], ["thanks"], ["hello"], ["hi"], ["hey"], ["first", "name"], ["last", "name"], ["ask", "for"],
    ];

    private static readonly string[] Titles = ["mr", "mrs", "ms", "miss", "mister", "missus", "doctor", "dr", "nurse", "sir", "madam", "professor", "aunt", "uncle"];

    /// <summary>After these a name follows whether it is known or not.</summary>
    private static readonly string[][] Certain = [["name", "is"], ["name's"], ["names"], ["surname", "is"], ["named"], ["last", "name"], ["first", "name"]];

    /// <summary>No names, wherever they stand.</summary>
    private static readonly HashSet<string> Common =
    [
        "a", "an", "the", "is", "it", "it's", "its", "and", "or", "but", "so", "of", "to", "for", "from", "with", "on", "in", "at", "my", "your", "his", "her", "their", "our", "me", "you", "he", "she",
        "we", "they", "i", "i'm", "yes", "no", "yeah", "okay", "ok", "um", "uh", "please", "thank", "thanks", "what", "how", "who", "when", "where", "why", "that", "that's", "this", "there", "here", "not",
        "just", "very", "really", "calling", "speaking", "spelled", "spelling", "as", "first", "last", "middle", "name", "date", "birth", "number", "right", "correct", "sure", "sorry", "again", "can",
        "could", "would", "will", "was", "were", "be", "been", "have", "has", "had", "do", "does", "did", "don't", "all", "any", "some", "one", "two", "three", "about", "same", "on", "file", "under", "spell", "it’s", "looking", "are", "am",
        "good", "fine", "great", "going", "trying", "having", "new", "old", "patient", "dr", "doctor", "mr", "mrs", "ms", "day", "much", "bye", "like", "also", "then", "now", "today", "if", "i’m", "still", "got", "get", "need",
    ];

    public static IEnumerable<IdentifierSpan> Find(LineContext line)
    {
        var tokens = line.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            var end = Spelled(tokens, i) ?? Introduced(line, i) ?? Known(line, i) ?? (line.Given.Contains(tokens[i].Lower) ? i + 1 : null);
            if (end is { } to && to > i)
            {
                yield return new IdentifierSpan(IdentifierKind.Name, tokens[i].Start, tokens[to - 1].End - tokens[i].Start);
                i = to - 1;
            }
        }
    }

    /// <summary>The words of the names in a line that are on no list, and so are found only by what stands around them.</summary>
    public static IReadOnlyList<string> UnknownIn(LineContext line)
    {
        var names = Find(line).ToList();
        return names.Count == 0 ? [] : [.. line.Tokens
            .Where(token => names.Exists(name => name.Start <= token.Start && token.End <= name.End))
            .Where(token => token.Lower.Length > 2 && token.Digits is null && !Common.Contains(token.Lower) && !NameBook.Shared.MayBeName(token.Lower))
            .Select(token => token.Lower).Distinct()];
    }

    /// <summary>"D A N A", "d as in dog": three letters and more.</summary>
    private static int? Spelled(IReadOnlyList<LineToken> tokens, int from)
    {
        var letters = 0;
        var i = from;
        while (i < tokens.Count)
        {
            if (tokens[i].IsLetter)
            {
                letters++;
                i += i + 2 < tokens.Count && tokens[i + 1].Lower is "as" or "like" && tokens[i + 2].Lower is "in" ? Math.Min(4, tokens.Count - i) : i + 2 < tokens.Count && tokens[i + 1].Lower == "for" ? 3 : 1;
            }
            else if (letters > 0 && tokens[i].Lower == "double" && i + 1 < tokens.Count && tokens[i + 1].IsLetter)
            {
                i++;
            }
            else
            {
                break;
            }
        }
        return letters >= 3 ? i : null;
    }

    /// <summary>After words that introduce a name, or as the answer to who it is.</summary>
    private static int? Introduced(LineContext line, int from)
    {
        var tokens = line.Tokens;
        var named = Certain.Any(words => EndsWith(tokens, from, words));
        if (IsCommon(tokens[from], named) || tokens[from].Digits is not null)
        {
            return null;
        }
        var answer = line.Asked == IdentifierKind.Name && tokens.Count <= 8 && !tokens.Take(from).Any(token => !Common.Contains(token.Lower));
        var certain = named || Titles.Take(6).Contains(Before(tokens, from)) || answer;
        var end = from;
        while (end < tokens.Count && end - from < 3 && !IsCommon(tokens[end], named && end == from) && tokens[end].Digits is null && (certain || NameBook.Shared.MayBeName(tokens[end].Lower)))
        {
            end++;
        }
        if (certain)
        {
            return end;
        }
        var title = Titles.Contains(Before(tokens, from));
        return end > from && (title || (Introductions.Any(words => EndsWith(tokens, from, words)) && (end - from > 1 || !IsWordHere(tokens, end)))) ? end
            : title && tokens[from].Lower.Length > 3 && !tokens[from].Lower.EndsWith("ing", StringComparison.Ordinal) && tokens[from].IsCapital ? from + 1 : null;
    }

    /// <summary>"My name is Will": right after such words also a common word may be a name.</summary>
    private static bool IsCommon(LineToken token, bool named) => Common.Contains(token.Lower) && !(named && NameBook.Shared.MayBeName(token.Lower));

    /// <summary>A known name, with the known names and words that may be names beside it.</summary>
    private static int? Known(LineContext line, int from)
    {
        var tokens = line.Tokens;
        var end = from;
        var clear = 0;
        while (end < tokens.Count && end - from < 4 && NameBook.Shared.MayBeName(tokens[end].Lower) && (end == from || !HasStop(line.Text, tokens[end - 1], tokens[end])))
        {
            clear += NameBook.Shared.IsName(tokens[end].Lower) ? 1 : 0;
            end++;
        }
        if (clear == 0)
        {
            // "Will Rose" with capitals in the middle of a sentence; "will" and "rose" are not.
            return end - from >= 2 && from > 0 && tokens[from].IsCapital && tokens[from + 1].IsCapital && !HasStop(line.Text, tokens[from - 1], tokens[from]) ? end : null;
        }
        // "I will call Dana": the word before a name is one of its own unless it is written as a name.
        return NameBook.Shared.IsName(tokens[from].Lower) || tokens[from].IsCapital ? end : null;
    }

    /// <summary>"This is long", "I'm frank about": the single word that may be a name goes on as a word.</summary>
    private static bool IsWordHere(IReadOnlyList<LineToken> tokens, int end) =>
        !NameBook.Shared.IsName(tokens[end - 1].Lower) && !tokens[end - 1].IsCapital && end < tokens.Count && !(tokens[end].Lower is "speaking" or "calling" or "from" or "here" or "and" or "i" or "how");

    private static bool HasStop(string text, LineToken before, LineToken after) => text[before.End..after.Start].IndexOfAny(['.', '!', '?', ';', ':', ',']) >= 0;

    private static string Before(IReadOnlyList<LineToken> tokens, int at) => at > 0 ? tokens[at - 1].Lower : "";

    private static bool EndsWith(IReadOnlyList<LineToken> tokens, int at, string[] words)
    {
        if (at < words.Length)
        {
            return false;
        }
        for (var i = 0; i < words.Length; i++)
        {
            if (tokens[at - words.Length + i].Lower.Replace('’', '\'') != words[i])
            {
                return false;
            }
        }
        return true;
    }
}
