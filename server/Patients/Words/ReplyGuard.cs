using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Patients.Hearing;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Patients.Words;

/// <summary>
/// Stands between a language model and the voice, for one reply: judges clause after clause, each together with those
/// before it. It errs on the side of the authored line, which costs nothing but variety. Not thread-safe.
/// </summary>
public sealed class ReplyGuard
{
    private const int MostWords = 45;
    private const int WordsToTellALanguage = 4;
    private const double OwnLanguage = 0.55;
    private const int WordsToRepeat = 4;
    private const int WordsOfThePrompt = 4;
    private readonly GuardLexicon _lexicon;
    private readonly PatientDecision _decision;
    private readonly FactSecrets _secrets;
    private readonly string _authored;
    private readonly HashSet<string> _authoredClauses;
    private readonly HashSet<string> _said;
    private readonly string _prompt;
    private readonly List<string> _passed = [];

    public ReplyGuard(ReplyRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _lexicon = GuardLexicon.Shared;
        _decision = request.Decision;
        _secrets = new FactSecrets(request, _lexicon);
        _authored = GuardLexicon.Flat(_decision.Line);
        _authoredClauses = Clauses.Split(_decision.Line).Select(GuardLexicon.Flat).ToHashSet(StringComparer.Ordinal);
        _said = request.RecentEvents.OfType<UtteranceSpoken>().Where(spoken => spoken.Party == Party.Patient)
            .SelectMany(spoken => Clauses.Split(spoken.Text).Append(spoken.Text)).Select(GuardLexicon.Flat).ToHashSet(StringComparer.Ordinal);
        _prompt = " " + SpokenText.Normalise(PatientPrompt.Constant(request.Scenario)) + " ";
        MaxWords = LongestOf(_decision);
    }

    /// <summary>How many words the whole reply may have.</summary>
    public int MaxWords { get; }

    /// <summary>No clause that may be spoken is longer, so a longer one need not be waited for.</summary>
    public int MaxClauseCharacters => MaxWords * 9;

    public static int LongestOf(PatientDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var mood = decision.Mood switch { MoodLabel.Angry => 0.85, MoodLabel.Irritated => 0.9, MoodLabel.Anxious => 1.15, _ => 1.0 };
        return Math.Clamp((int)((SpokenText.Words(decision.Line).Length * 1.7 + 7) * mood), 12, MostWords);
    }

    /// <summary>Judges the next clause; one that passes counts as said from then on.</summary>
    public GuardVerdict Judge(string clause)
    {
        ArgumentNullException.ThrowIfNull(clause);
        var verdict = JudgeNext(clause);
        if (verdict.Passed)
        {
            _passed.Add(clause);
        }
        return verdict;
    }

    /// <summary>What a model says about its own reply: the mood it spoke in and the facts it gave away.</summary>
    public GuardVerdict JudgeClaims(string? mood, IReadOnlyList<string> reveals)
    {
        ArgumentNullException.ThrowIfNull(reveals);
        return reveals.FirstOrDefault(id => !_decision.MayReveal.Contains(id)) is not null ? GuardVerdict.Fail(ReplyProblem.UndisclosedFact, "claimed")
            : mood is not null && !string.Equals(mood, _decision.Mood.ToString(), StringComparison.OrdinalIgnoreCase) ? GuardVerdict.Fail(ReplyProblem.Contradiction, "mood")
            : GuardVerdict.Pass;
    }

    private GuardVerdict JudgeNext(string clause)
    {
        if (SpokenSurface.Judge(clause, _lexicon) is { Passed: false } unspeakable)
        {
            return unspeakable;
        }
        var whole = string.Join(' ', _passed.Append(clause));
        var flat = GuardLexicon.Flat(whole);
        if (SpokenText.Words(whole).Length > MaxWords)
        {
            return GuardVerdict.Fail(ReplyProblem.TooLong, "words");
        }
        if (_authoredClauses.Contains(GuardLexicon.Flat(clause)))
        {
            return GuardVerdict.Pass;
        }
        return First(InRole(flat), Recites(clause), InLanguage(whole), EndsCall(flat), Repeats(clause), Contradicts(clause, flat), _secrets.Judge(whole));
    }

    private static GuardVerdict First(params ReadOnlySpan<GuardVerdict> verdicts)
    {
        foreach (var verdict in verdicts)
        {
            if (!verdict.Passed)
            {
                return verdict;
            }
        }
        return GuardVerdict.Pass;
    }

    private GuardVerdict InRole(string flat) =>
        Says(flat, _lexicon.Machine) ? GuardVerdict.Fail(ReplyProblem.OutOfRole, "machine")
        : Says(flat, _lexicon.Practice) ? GuardVerdict.Fail(ReplyProblem.OutOfRole, "practice")
        : Says(flat, _lexicon.Advice) ? GuardVerdict.Fail(ReplyProblem.OutOfRole, "advice")
        : GuardVerdict.Pass;

    /// <summary>So many words in a row of what only the model was told.</summary>
    private GuardVerdict Recites(string clause)
    {
        var words = SpokenText.Words(clause);
        return Enumerable.Range(0, Math.Max(0, words.Length - WordsOfThePrompt + 1))
            .Any(at => _prompt.Contains(" " + string.Join(' ', words.Skip(at).Take(WordsOfThePrompt)) + " ", StringComparison.Ordinal))
            ? GuardVerdict.Fail(ReplyProblem.OutOfRole, "prompt") : GuardVerdict.Pass;
    }

    private GuardVerdict EndsCall(string flat) => Says(flat, _lexicon.Endings) ? GuardVerdict.Fail(ReplyProblem.EndsCall, "farewell") : GuardVerdict.Pass;

    private GuardVerdict Repeats(string clause)
    {
        var flat = GuardLexicon.Flat(clause);
        var words = SpokenText.Words(clause).Length;
        return words >= WordsToRepeat && (_said.Contains(flat) || _passed.Exists(before => GuardLexicon.Flat(before) == flat))
            ? GuardVerdict.Fail(ReplyProblem.RepeatedLine, "said before") : GuardVerdict.Pass;
    }

    private GuardVerdict InLanguage(string whole)
    {
        var words = SpokenText.Words(whole);
        var foreign = words.Where(_lexicon.IsForeign).Distinct().Count();
        if (foreign >= 2 || (foreign == 1 && words.Length < WordsToTellALanguage))
        {
            return GuardVerdict.Fail(ReplyProblem.OtherLanguage, "words");
        }
        var known = words.Count(IsOfTheLanguage);
        return words.Length >= WordsToTellALanguage && known < words.Length * OwnLanguage ? GuardVerdict.Fail(ReplyProblem.OtherLanguage, "share") : GuardVerdict.Pass;
    }

    private bool IsOfTheLanguage(string word) => Contractions.Expand(word).All(part =>
    {
        var stem = _lexicon.Stem(part);
        return _lexicon.IsPlain(stem) || _lexicon.IsEveryday(stem) || _secrets.Knows(stem) || SpokenNumbers.IsNumberWord(part) || char.IsDigit(part[0])
            || GenericLanguage.Shared.Known(part) >= 1;
    });

    // A yes for a no, an agreement where the patient objects, a refusal where it accepts.
    private GuardVerdict Contradicts(string clause, string flat)
    {
        if (_passed.Count == 0 && SpokenText.Words(clause) is [var first, ..] && SpokenText.Words(_decision.Line) is [var authored, ..]
            && ((_lexicon.Yes.Contains(first) && _lexicon.No.Contains(authored)) || (_lexicon.No.Contains(first) && _lexicon.Yes.Contains(authored) && authored is not ("okay" or "sure"))))
        {
            return GuardVerdict.Fail(ReplyProblem.Contradiction, "polarity");
        }
        if ((_decision.Act == PatientAct.Withhold || _secrets.WasGuessed) && _lexicon.Affirms.Any(yes =>
            GuardLexicon.Flat(clause) is var next && (next.StartsWith(yes, StringComparison.Ordinal) || next.EndsWith(yes, StringComparison.Ordinal)) && !_authored.Contains(yes, StringComparison.Ordinal)))
        {
            return GuardVerdict.Fail(ReplyProblem.UndisclosedFact, "confirms");
        }
        return _decision.Act switch
        {
            PatientAct.Object or PatientAct.Withhold or PatientAct.Escalate when Says(flat, _lexicon.Agrees) => GuardVerdict.Fail(ReplyProblem.Contradiction, "agrees"),
            PatientAct.Accept or PatientAct.Soften when Says(flat, _lexicon.Refuses) => GuardVerdict.Fail(ReplyProblem.Contradiction, "refuses"),
            _ => GuardVerdict.Pass,
        };
    }

    /// <summary>What the authored line says itself is no fault.</summary>
    private bool Says(string flat, IReadOnlyList<string> phrases) =>
        phrases.Any(phrase => flat.Contains(phrase, StringComparison.Ordinal) && !_authored.Contains(phrase, StringComparison.Ordinal));
}
