using System.Collections.Frozen;
using System.Text.RegularExpressions;
using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Server.Reviews;

/// <summary>What somebody looks for: words, all of which are in a line, in any form ("bill" finds "bills"); in quotes, one after the other. Pure.</summary>
public sealed partial class SearchTerms
{
    public const int MostWords = 12;

    /// <summary>In nearly every call, so that they find nothing; they are looked for in the lines, not in the index.</summary>
    private static readonly FrozenSet<string> Common = FrozenSet.Create(
        "a", "an", "and", "are", "at", "be", "but", "did", "do", "does", "for", "had", "has", "have", "he", "i", "if", "in", "is", "it", "me", "my", "of", "oh",
        "ok", "okay", "on", "or", "she", "so", "that", "the", "they", "this", "to", "uh", "um", "was", "we", "were", "with", "yeah", "yes", "you", "your");

    private static readonly FrozenSet<string> CommonForms = Common.Select(Form).ToFrozenSet();

    private readonly IReadOnlyList<IReadOnlyList<string>> phrases;

    private SearchTerms(IReadOnlyList<IReadOnlyList<string>> phrases) => this.phrases = phrases;

    public int WordCount => phrases.Sum(phrase => phrase.Count);

    /// <summary>The words that the index knows, each once.</summary>
    public IReadOnlyList<string> Indexed => [.. phrases.SelectMany(phrase => phrase).Where(IsIndexed).Distinct()];

    public static SearchTerms Of(string text)
    {
        var parts = text.Split('"');
        return new SearchTerms([.. parts.SelectMany((part, i) => i % 2 == 1 && i < parts.Length - 1
            ? (IEnumerable<IReadOnlyList<string>>)[Forms(part)]
            : Forms(part).Select(word => (IReadOnlyList<string>)[word])).Where(phrase => phrase.Count > 0)]);
    }

    /// <summary>The words of a line, each as it is compared. What is masked is no word.</summary>
    public static IReadOnlyList<string> Forms(string text) => [.. SpokenText.Words(Masked().Replace(text, " ")).Select(Form)];

    public static bool IsIndexed(string form) => !CommonForms.Contains(form);

    public bool AreIn(IReadOnlyList<string> line) => phrases.All(phrase => IsIn(phrase, line));

    private static bool IsIn(IReadOnlyList<string> phrase, IReadOnlyList<string> line)
    {
        for (var at = 0; at + phrase.Count <= line.Count; at++)
        {
            var same = 0;
            while (same < phrase.Count && phrase[same] == line[at + same])
            {
                same++;
            }
            if (same == phrase.Count)
            {
                return true;
            }
        }
        return false;
    }

    private static string Form(string word) => WordStem.Of(word.Split('\'')[0]);

    [GeneratedRegex(@"\[[a-z -]{1,30}\]", RegexOptions.CultureInvariant)]
    private static partial Regex Masked();
}
