using System.Reflection;

namespace RealtimeTraining.Server.Reviews;

/// <summary>The names that are known, from the list beside this file. Immutable.</summary>
internal sealed class NameBook
{
    private readonly HashSet<string> clear = [];
    private readonly HashSet<string> words = [];

    public static NameBook Shared { get; } = Read();

    /// <summary>Hardly ever anything else than a name. The possessive too: "Dana's".</summary>
    public bool IsName(string lower) => clear.Contains(Plain(lower));

    /// <summary>A name or a word, as what stands around it says: "will", "rose".</summary>
    public bool MayBeName(string lower) => words.Contains(Plain(lower)) || IsName(lower);

    private static string Plain(string lower) => lower.EndsWith("'s", StringComparison.Ordinal) || lower.EndsWith("’s", StringComparison.Ordinal) ? lower[..^2] : lower.Replace("'", "", StringComparison.Ordinal);

    private static NameBook Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var resource = assembly.GetManifestResourceNames().Single(name => name.EndsWith("Reviews.Identifiers.names.txt", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var book = new NameBook();
        var into = book.clear;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
            {
                into = line == "[clear]" ? book.clear : book.words;
            }
            else if (!line.StartsWith('#'))
            {
                into.UnionWith(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
        }
        // A word that is in both lists is a word.
        book.clear.ExceptWith(book.words);
        return book;
    }
}
