using System.Text.RegularExpressions;
using RealtimeTraining.Models.Language;

namespace RealtimeTraining.Server.Patients.Words;

/// <summary>
/// The numbers, dates and names in a text, in one spelling: "555-0121", "five five five, oh one two one" and "55 50 1 21"
/// have the same run of digits. Immutable.
/// </summary>
public sealed partial class SpokenValues
{
    private static readonly HashSet<string> NotNames = new(StringComparer.OrdinalIgnoreCase)
        { "I", "OK", "Mr", "Mrs", "Ms", "Dr", "Doctor", "Miss", "Mister", "Missus", "Ma'am", "Sir", "God", "Lord", "TV", "ID", "ER" };

    private SpokenValues(IReadOnlyList<string> values, IReadOnlyList<string> runs, IReadOnlyList<string> names) =>
        (Values, Runs, Names) = (values, runs, names);

    /// <summary>Each number by itself as digits; months as "m3", weekdays as "d4". "One", "first" and "second" alone are no numbers.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>Numbers that follow one another, written together.</summary>
    public IReadOnlyList<string> Runs { get; }

    /// <summary>Words with a capital where no sentence begins, in lower case.</summary>
    public IReadOnlyList<string> Names { get; }

    public static SpokenValues Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = SpokenText.Words(text);
        var runs = new List<string>();
        var values = new List<string>();
        var run = new List<SpokenNumber>();
        foreach (var number in words.Length == 0 ? [] : SpokenNumbers.Find(words))
        {
            if (number.Kind is NumberKind.Month or NumberKind.Weekday)
            {
                values.Add((number.Kind == NumberKind.Month ? "m" : "d") + number.Value);
                continue;
            }
            if (run.Count > 0 && !Follows(run[^1], number, words))
            {
                Close(run, runs, values);
            }
            run.Add(number);
        }
        Close(run, runs, values);
        return new SpokenValues(values, runs, NamesIn(text));
    }

    /// <summary>The first number or name that stands neither in these values nor within a run of them; null when all do.</summary>
    public bool IsCoveredBy(SpokenValues allowed)
    {
        ArgumentNullException.ThrowIfNull(allowed);
        return Runs.All(run => run.Length >= 2 ? allowed.Runs.Any(other => other.Contains(run, StringComparison.Ordinal)) || Split(run, allowed) : allowed.Values.Contains(run))
            && Values.Where(value => value[0] is 'm' or 'd').All(allowed.Values.Contains);
    }

    /// <summary>A number in common that tells something: two digits or more, a month, a weekday.</summary>
    public bool Touches(SpokenValues other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Values.Any(value => value.Length >= 2 && other.Values.Contains(value))
            || Runs.Any(run => run.Length >= 2 && other.Runs.Any(theirs => theirs.Length >= 2
                && (theirs.Contains(run, StringComparison.Ordinal) || run.Contains(theirs, StringComparison.Ordinal))));
    }

    /// <summary>Every number of these is said there too, in whatever grouping.</summary>
    public bool NumbersAreIn(SpokenValues said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var all = string.Concat(said.Runs);
        return Runs.All(run => all.Contains(run, StringComparison.Ordinal)) && Values.Where(value => value[0] is 'm' or 'd').All(said.Values.Contains);
    }

    private static bool Split(string run, SpokenValues allowed)
    {
        // "Thursday the twenty-third, ten twenty": two allowed numbers said in one breath.
        return Enumerable.Range(1, run.Length - 1).Any(at => allowed.Runs.Contains(run[..at]) && allowed.Runs.Contains(run[at..])) || allowed.Values.Contains(run);
    }

    private static bool Follows(SpokenNumber before, SpokenNumber number, string[] words) =>
        number.First == before.First + before.Count || (number.First == before.First + before.Count + 1 && words[number.First - 1] == "and");

    private static void Close(List<SpokenNumber> run, List<string> runs, List<string> values)
    {
        if (run.Count > 0 && !(run.Count == 1 && (run[0] is { Value: 1 } or { Kind: NumberKind.Ordinal, Value: 2 })))
        {
            runs.Add(string.Concat(run.Select(Digits)));
            values.AddRange(run.Select(Digits));
        }
        run.Clear();
    }

    // Figures keep their zeros in front: "0121" is not 121.
    private static string Digits(SpokenNumber number) =>
        char.IsDigit(number.Said[0]) ? new string([.. number.Said.TakeWhile(char.IsDigit)]) : number.Value.ToString();

    private static List<string> NamesIn(string text)
    {
        var names = new List<string>();
        foreach (Match match in Capital().Matches(text))
        {
            var before = text.AsSpan(0, match.Index).TrimEnd(" \"'“‘");
            var word = match.Value.Replace('’', '\'');
            var bare = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
            if (before.Length > 0 && before[^1] is not ('.' or '?' or '!' or '…' or ':') && !NotNames.Contains(bare) && !bare.StartsWith("I'", StringComparison.Ordinal)
                && SpokenNumbers.Find([bare.ToLowerInvariant()]).Count == 0)
            {
                names.Add(bare.ToLowerInvariant());
            }
        }
        return names;
    }

    [GeneratedRegex(@"\b\p{Lu}[\p{L}'’]*")]
    private static partial Regex Capital();
}
