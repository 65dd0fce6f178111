using System.Text.RegularExpressions;
using RealtimeTraining.Models.Language;
using RealtimeTraining.Models.Language.Reading;

namespace RealtimeTraining.Server.Feedback;

/// <summary>Reads by patterns and word lists. Plain, quick, and every finding can be quoted.</summary>
public sealed partial class RuleUtteranceAnalysis : IUtteranceAnalysis
{
    private static readonly (MarkKind Kind, Func<Regex> Words)[] Patterns =
    [
        (MarkKind.NamedFeeling, EmpathyPatterns.HearsFeeling), (MarkKind.NamedFeeling, EmpathyPatterns.SituationFeels),
        (MarkKind.NamedFeeling, EmpathyPatterns.YouFeel), (MarkKind.NamedFeeling, EmpathyPatterns.SharesFeeling),
        (MarkKind.Understood, EmpathyPatterns.Understands), (MarkKind.Compassion, EmpathyPatterns.Compassion),
        (MarkKind.Reassurance, EmpathyPatterns.Reassures), (MarkKind.AskedFeeling, EmpathyPatterns.AsksFeeling),
        (MarkKind.AskedMore, EmpathyPatterns.AsksMore), (MarkKind.Reflection, EmpathyPatterns.Reflects),
        (MarkKind.Courtesy, MannerPatterns.Courtesy), (MarkKind.SoftRequest, MannerPatterns.SoftRequest),
        (MarkKind.Order, MannerPatterns.Order), (MarkKind.Warm, MannerPatterns.Warm), (MarkKind.Greeting, MannerPatterns.Greeting),
        (MarkKind.SelfIntroduction, MannerPatterns.SelfIntroduction), (MarkKind.Farewell, MannerPatterns.Farewell),
        (MarkKind.HoldAsked, MannerPatterns.HoldAsked), (MarkKind.Checked, MannerPatterns.Checked),
        (MarkKind.Impatient, MannerPatterns.Impatient), (MarkKind.Blaming, MannerPatterns.Blaming),
        (MarkKind.Dismissive, MannerPatterns.Dismissive), (MarkKind.Casual, MannerPatterns.Casual),
        (MarkKind.Profane, MannerPatterns.Profane),
    ];

    public UtteranceReading ReadTrainee(SpokenLine line, UtteranceContext context = default)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.WordCount == 0)
        {
            return UtteranceReading.Nothing;
        }
        var marks = new List<Mark>();
        foreach (var (kind, words) in Patterns)
        {
            AddAll(marks, kind, words(), line);
        }
        var specificApology = EmpathyPatterns.ApologisesFor().Match(line.Normalised);
        var apology = specificApology.Success ? specificApology : EmpathyPatterns.Apologises().Match(line.Normalised);
        if (apology.Success)
        {
            marks.Add(new Mark(MarkKind.Apology, line.QuoteNormalised(apology.Index, apology.Length)));
        }
        var rude = marks.Any(m => m.Kind is MarkKind.Impatient or MarkKind.Profane);
        var open = rude ? 0 : AddAll(marks, MarkKind.OpenQuestion, QuestionPatterns.Open(), line, widen: true);
        var closed = AddAll(marks, MarkKind.ClosedQuestion, QuestionPatterns.Closed(), line, widen: true);
        return Weigh(marks, specificApology.Success, open, closed, line);
    }

    public Feeling? ReadPatient(SpokenLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        foreach (var (kind, words) in FeelingWords.Named)
        {
            foreach (Match match in words.Matches(line.Normalised))
            {
                if (!Denied().IsMatch(line.Normalised.AsSpan(0, match.Index)))
                {
                    return new Feeling(kind, 2, Clauses.Around(line, match.Index, match.Length));
                }
            }
        }
        foreach (var (kind, words) in FeelingWords.Shown)
        {
            if (words.Match(line.Normalised) is { Success: true } match)
            {
                return new Feeling(kind, 1, Clauses.Around(line, match.Index, match.Length));
            }
        }
        return null;
    }

    private static UtteranceReading Weigh(List<Mark> marks, bool specificApology, int open, int closed, SpokenLine line)
    {
        int Count(MarkKind kind) => marks.Count(m => m.Kind == kind);
        bool Any(MarkKind kind) => Count(kind) > 0;
        var named = Any(MarkKind.NamedFeeling);
        var cold = Count(MarkKind.Impatient) + Count(MarkKind.Blaming) + Count(MarkKind.Dismissive);
        var courteous = Math.Min(2, Count(MarkKind.Courtesy)) + Math.Min(1, Count(MarkKind.SoftRequest));
        var curt = (Any(MarkKind.Courtesy) ? 0 : Count(MarkKind.Order)) + 2 * Count(MarkKind.Impatient) + 3 * Count(MarkKind.Profane);
        return new UtteranceReading
        {
            EmotionalReaction = specificApology ? 2 : Any(MarkKind.Apology) || Any(MarkKind.Compassion) || Any(MarkKind.Reassurance) ? 1 : 0,
            Interpretation = named ? 2 : Any(MarkKind.Understood) ? 1 : 0,
            Exploration = Any(MarkKind.AskedFeeling) ? 2 : Any(MarkKind.AskedMore) ? 1 : 0,
            OpenQuestions = open,
            ClosedQuestions = Math.Max(closed, line.Text.Count(c => c == '?') - open),
            Reflection = !Any(MarkKind.Reflection) ? ReflectionKind.None : named ? ReflectionKind.Complex : ReflectionKind.Simple,
            Politeness = Math.Clamp((courteous - curt) / 3.0, -1, 1),
            Warmth = Math.Clamp((Count(MarkKind.Warm) + Count(MarkKind.Compassion) + Count(MarkKind.Reassurance) + Count(MarkKind.Greeting)) / 2.0, 0, 1),
            Irritation = Math.Clamp((cold + Count(MarkKind.Profane)) / 2.0, 0, 1),
            Marks = marks,
        };
    }

    /// <param name="widen">The pattern finds the beginning of it; the quote goes on to the end of the clause.</param>
    private static int AddAll(List<Mark> marks, MarkKind kind, Regex words, SpokenLine line, bool widen = false)
    {
        var count = 0;
        foreach (var match in words.EnumerateMatches(line.Normalised))
        {
            marks.Add(new Mark(kind, widen ? Clauses.From(line, match.Index, match.Length) : line.QuoteNormalised(match.Index, match.Length)));
            count++;
        }
        return count;
    }

    /// <summary>"I'm not worried", "no concerns".</summary>
    [GeneratedRegex(@"\b(?:not|never|no|isn'?t|wasn'?t|don'?t|aren'?t|without) (?:[\w']+ ){0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Denied();
}
