using RealtimeTraining.Models.Language.Linear;

namespace RealtimeTraining.Models.Language.Reading;

/// <summary>Words that say what must be done. Where they are many somebody is told rather than heard.</summary>
internal static class DirectiveWords
{
    private static readonly HashSet<uint> Alone = Hashes("should must gotta ought");
    private static readonly HashSet<uint> BeforeTo = Hashes("have need got");
    private static readonly uint To = FeatureHash.Of("to");

    public static int Count(TextTokens tokens)
    {
        var (count, before) = (0, 0u);
        for (var i = 0; i < tokens.Count; i++)
        {
            var hash = tokens[i].Hash;
            count += Alone.Contains(hash) || (hash == To && BeforeTo.Contains(before)) ? 1 : 0;
            before = hash;
        }
        return count;
    }

    private static HashSet<uint> Hashes(string words) => [.. words.Split(' ').Select(word => FeatureHash.Of(word))];
}
