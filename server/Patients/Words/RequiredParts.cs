using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Patients.Mind;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Words;

/// <summary>
/// What of an authored line has to be said in whatever words: its numbers and names, that it asks, and for a fact, a wish
/// or an objection in it, words of the ways the author says it. Reactions ("Okay, thank you.") may be dropped. Immutable.
/// </summary>
public sealed class RequiredParts
{
    private readonly GuardLexicon _lexicon;
    private readonly List<Clause> _clauses;

    public RequiredParts(PatientDecision decision, Scenario scenario, GuardLexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(scenario);
        _lexicon = lexicon;
        var line = Flat(decision.Line);
        var parts = Ways(scenario).SelectMany(ways => ways.Lines.Where(way => line.Contains(Flat(way), StringComparison.Ordinal)).Select(way => Part(way, ways))).ToList();
        var known = scenario.Vocabulary.Append(scenario.Patient.Name).SelectMany(SpokenText.Words).ToHashSet(StringComparer.Ordinal);
        _clauses = [.. Clauses.Split(decision.Line).Select(text => new Clause(
            text, SpokenValues.Of(text), NamesIn(text, known), text.EndsWith('?'),
            [.. parts.Where(part => part.Line.Contains(Flat(text), StringComparison.Ordinal) || Flat(text).Contains(part.Line, StringComparison.Ordinal))]))];
    }

    /// <summary>The authored clauses that say what the spoken words have not.</summary>
    public IReadOnlyList<string> MissingIn(string spoken)
    {
        var values = SpokenValues.Of(spoken);
        var words = SpokenText.Words(spoken).ToHashSet(StringComparer.Ordinal);
        var stems = _lexicon.Telling(spoken).ToHashSet(StringComparer.Ordinal);
        var asks = spoken.Contains('?', StringComparison.Ordinal);
        return [.. _clauses.Where(clause =>
            !clause.Values.NumbersAreIn(values) || !clause.Names.All(words.Contains) || (clause.Asks && !asks)
            || clause.Parts.Exists(part => part.Words.Count(stems.Contains) < part.Least)).Select(clause => clause.Text)];
    }

    /// <summary>
    /// The authored clauses that are still to be said when the model broke off: every one that the spoken words have not
    /// mostly said, save for one that only opens an answer, which the model has done.
    /// </summary>
    public IReadOnlyList<string> RestAfter(string spoken)
    {
        var missing = MissingIn(spoken);
        var stems = _lexicon.Stems(spoken).ToHashSet(StringComparer.Ordinal);
        var flat = Flat(spoken);
        var rest = _clauses.Select(clause => clause.Text).Where(clause => missing.Contains(clause)
            || !(flat.Contains(Flat(clause), StringComparison.Ordinal) || _lexicon.IsOpener(clause) || MostlySaid(clause, stems))).ToList();
        if (rest.Count > 0)
        {
            rest[0] = Joined(spoken, rest[0]);
        }
        return rest;
    }

    /// <summary>"Okay." and "Okay, I'm listening." are "Okay." and "I'm listening."; after a comma no capital.</summary>
    private string Joined(string spoken, string next)
    {
        var comma = next.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0 && comma < next.Length - 2 && _lexicon.IsOpener(next[..comma]) && _lexicon.IsOpener(spoken))
        {
            var bare = next[(comma + 1)..].TrimStart();
            next = char.ToUpperInvariant(bare[0]) + bare[1..];
        }
        return spoken.EndsWith(',') ? SpeakingStyle.Lower(next) : next;
    }

    private bool MostlySaid(string clause, HashSet<string> stems)
    {
        var own = _lexicon.Telling(clause).Distinct().ToList();
        return own.Count > 0 && own.Count(stems.Contains) * 2 >= own.Count;
    }

    private Required Part(string way, Wording ways)
    {
        var own = _lexicon.Telling(way).Distinct().Count();
        var words = ways.Lines.SelectMany(_lexicon.Telling).Concat(_lexicon.Telling(ways.Is)).ToHashSet(StringComparer.Ordinal);
        return new Required(Flat(way), words, Math.Min(own, ways.Least));
    }

    private static IEnumerable<Wording> Ways(Scenario scenario) =>
        scenario.Facts.Select(fact => new Wording([.. fact.Say.Values.SelectMany(lines => lines)], fact.Is, 2))
            .Concat(scenario.Goals.Select(goal => new Wording(goal.Raise, goal.Wants, 1)))
            .Concat(scenario.Objections.Select(objection => new Wording(objection.Say, "", 1)));

    private static List<string> NamesIn(string text, HashSet<string> known) =>
        [.. SpokenValues.Of(text).Names.Concat(SpokenText.Words(text).Where(word => known.Contains(word) && text.Contains(char.ToUpperInvariant(word[0]) + word[1..], StringComparison.Ordinal))).Distinct()];

    private static string Flat(string text) => " " + SpokenText.Normalise(text) + " ";

    private sealed record Wording(IReadOnlyList<string> Lines, string Is, int Least);

    private sealed record Required(string Line, HashSet<string> Words, int Least);

    private sealed record Clause(string Text, SpokenValues Values, List<string> Names, bool Asks, List<Required> Parts);
}
