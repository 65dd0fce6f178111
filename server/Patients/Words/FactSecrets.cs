using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Words;

/// <summary>
/// What must not be heard yet, and what has been said or may be said anyhow. A fact that has not come out gives itself
/// away by one telling word of its own ("Helen", "jaw"), by two everyday ones, or by one of its numbers. Immutable.
/// </summary>
public sealed class FactSecrets
{
    private readonly GuardLexicon _lexicon;
    private readonly List<Secret> _secrets = [];
    private readonly bool _withholds;
    private readonly HashSet<string> _knownStems;
    private readonly SpokenValues _allowed;

    /// <summary>Without what only the trainee has said.</summary>
    private readonly SpokenValues _sayable;

    public FactSecrets(ReplyRequest request, GuardLexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(lexicon);
        _lexicon = lexicon;
        _withholds = request.Decision.Act == PatientAct.Withhold;
        var (decision, scenario) = (request.Decision, request.Scenario);
        var told = scenario.Facts.Where(fact => decision.MayReveal.Contains(fact.Id)).ToList();
        var utterances = request.RecentEvents.OfType<UtteranceSpoken>().ToList();
        var said = utterances.Where(spoken => spoken.Party == Party.Patient).Select(spoken => spoken.Text).Append(decision.Line).ToList();
        var heard = string.Join(" . ", utterances.Where(spoken => spoken.Party == Party.Trainee).TakeLast(2).Select(spoken => spoken.Text));
        // What is only said once something has been agreed is no licence to tell what is kept back.
        var sayable = string.Join(" . ", Public(scenario).Concat(told.SelectMany(Texts)).Concat(said));
        var open = string.Join(" . ", Agreeing(scenario).Prepend(sayable));
        var saidStems = said.SelectMany(lexicon.Stems).ToHashSet(StringComparer.Ordinal);
        var heardStems = lexicon.Stems(heard).ToHashSet(StringComparer.Ordinal);
        var sayableStems = lexicon.Stems(sayable).ToHashSet(StringComparer.Ordinal);
        var openStems = lexicon.Stems(open).ToHashSet(StringComparer.Ordinal);
        foreach (var fact in scenario.Facts.Except(told))
        {
            // What the trainee has just said may be echoed, unless confirming it would give away what is kept back.
            var own = lexicon.Telling(string.Join(" . ", Texts(fact)))
                .Where(stem => IsKept(fact, scenario) ? !sayableStems.Contains(stem) : !openStems.Contains(stem) && !heardStems.Contains(stem)).ToHashSet(StringComparer.Ordinal);
            if (fact.Identity)
            {
                // The name may stand in an opening line that was not the one said.
                own.UnionWith(fact.ReadBack.SelectMany(lexicon.Telling).Where(stem => stem.Length > 2 && !saidStems.Contains(stem)));
            }
            _secrets.Add(new Secret(
                fact.Id, [.. own.Where(stem => !lexicon.IsEveryday(stem))], [.. own.Where(lexicon.IsEveryday)],
                SpokenValues.Of(string.Join(" . ", Texts(fact))), IsKept(fact, scenario)));
        }
        WasGuessed = _secrets.Exists(secret => Holds(secret, heardStems) || SpokenValues.Of(heard).Touches(secret.Values));
        _allowed = SpokenValues.Of(open + " . " + heard);
        _sayable = SpokenValues.Of(sayable);
        _knownStems = [.. openStems, .. heardStems, .. scenario.Facts.SelectMany(fact => lexicon.Stems(string.Join(" . ", Texts(fact))))];
    }

    /// <summary>The trainee said something that has not come out: a mere yes would tell it.</summary>
    public bool WasGuessed { get; }

    /// <summary>A word of this call: the scenario's, or one that the trainee used.</summary>
    public bool Knows(string stem) => _knownStems.Contains(stem);

    /// <param name="text">Everything of the reply so far, so that a value that is spread over clauses is seen too.</param>
    public GuardVerdict Judge(string text)
    {
        var values = SpokenValues.Of(text);
        var stems = _lexicon.Stems(text).ToHashSet(StringComparer.Ordinal);
        var pairs = Pairs(text);
        foreach (var secret in _secrets)
        {
            if (Holds(secret, stems) || secret.Telling.Exists(stem => stem.Length >= 6 && pairs.Contains(stem)))
            {
                return GuardVerdict.Fail(ReplyProblem.UndisclosedFact, secret.FactId);
            }
            if (values.Touches(secret.Values) && !values.IsCoveredBy(secret.IsKept ? _sayable : _allowed))
            {
                return GuardVerdict.Fail(ReplyProblem.UndisclosedFact, secret.FactId);
            }
        }
        if (!values.IsCoveredBy(_allowed))
        {
            return GuardVerdict.Fail(ReplyProblem.InventedValue, "number");
        }
        return values.Names.Any(name => !IsKnownWord(name)) ? GuardVerdict.Fail(ReplyProblem.InventedValue, "name") : GuardVerdict.Pass;
    }

    /// <summary>The first of the facts that have not come out whose own words stand in a text, or null.</summary>
    public string? FirstIn(string text) => Judge(text) is { Problem: ReplyProblem.UndisclosedFact } verdict ? verdict.Detail : null;

    private bool Holds(Secret secret, HashSet<string> stems) =>
        secret.Telling.Exists(stems.Contains) || secret.Everyday.Count(stems.Contains) >= EverydayThatTell(secret);

    // Asked for something that is kept back, even "there was a letter" is half an answer.
    private int EverydayThatTell(Secret secret) => _withholds && secret.IsKept ? 1 : 2;

    private bool IsKnownWord(string name)
    {
        var stem = _lexicon.Stem(name);
        return _lexicon.IsPlain(stem) || _lexicon.IsEveryday(stem) || _knownStems.Contains(stem);
    }

    /// <summary>"Dia betes".</summary>
    private HashSet<string> Pairs(string text)
    {
        var words = Models.Language.SpokenText.Words(text);
        return words.Zip(words.Skip(1)).Select(pair => _lexicon.Stem(pair.First + pair.Second)).ToHashSet(StringComparer.Ordinal);
    }

    private static bool IsKept(Fact fact, Scenario scenario) =>
        fact.Gate is Gate.Trusted or Gate.AskedTwice or Gate.After or Gate.VolunteeredWhenUpset || fact.Identity || fact.Topic == "emergency"
        || scenario.Blockers.Any(blocker => blocker.Signs.Contains(fact.Id));

    private static IEnumerable<string> Texts(Fact fact) => fact.Say.Values.SelectMany(lines => lines).Prepend(fact.Is).Concat(fact.ReadBack);

    /// <summary>What the patient may say at any time. What it says when an emergency gets worse is no licence to say it before.</summary>
    private static IEnumerable<string> Public(Scenario scenario) =>
        scenario.Opening
            .Concat(scenario.Goals.SelectMany(goal => goal.Raise))
            .Concat(scenario.Objections.SelectMany(objection => objection.Say))
            .Concat(scenario.Lines.Where(lines => lines.Key != PatientAct.Worsen).SelectMany(lines => lines.Value))
            .Concat(scenario.Facts.SelectMany(fact => fact.Withheld))
            .Append(string.Join(" . ", scenario.Patient.Speaking.Fillers));

    private static IEnumerable<string> Agreeing(Scenario scenario) =>
        scenario.Goals.SelectMany(goal => goal.Accept).Concat(scenario.Objections.SelectMany(objection => objection.Softened));

    private sealed record Secret(string FactId, List<string> Telling, List<string> Everyday, SpokenValues Values, bool IsKept);
}
