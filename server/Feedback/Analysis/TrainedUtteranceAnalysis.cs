using RealtimeTraining.Models.Language;
using RealtimeTraining.Models.Language.Reading;

namespace RealtimeTraining.Server.Feedback;

/// <summary>
/// The rules and the trained models together, each where it is the surer (models/README.md has the figures of both). What the
/// patient feels is left to the rules, which know the telephone. Without weights it reads as the rules do.
/// </summary>
public sealed class TrainedUtteranceAnalysis(LanguageModels models) : IUtteranceAnalysis
{
    /// <summary>From here on about nine of ten findings of the models are right on public data, as of the rules' own.</summary>
    private const float Caring = 0.7f, Interpreting = 0.8f, Reflecting = 0.7f, Warm = 0.8f, Irritated = 0.6f;

    /// <summary>A question by its pattern is none below the first; above the second it is one without a pattern.</summary>
    private const float MaybeQuestion = 0.3f, SurelyQuestion = 0.7f;

    /// <summary>Open above, closed below the rest to 1, whatever the pattern says; without a pattern closed unless above.</summary>
    private const float SurelyOpen = 0.7f;

    private readonly RuleUtteranceAnalysis _rules = new();

    public UtteranceReading ReadTrainee(SpokenLine line, UtteranceContext context = default)
    {
        ArgumentNullException.ThrowIfNull(line);
        var reading = _rules.ReadTrainee(line, context);
        if (line.WordCount == 0)
        {
            return reading;
        }
        var read = models.Read(Fillers.Without(line), context);
        reading = WithQuestions(reading, read.Question, line);
        reading = WithEmpathy(reading, read.Empathy, line, context);
        reading = WithReflection(reading, read.Reflection, line, context);
        return WithManner(reading, read, line) with { Behaviour = read.Behaviour, Signs = read.Signs };
    }

    public Feeling? ReadPatient(SpokenLine line) => _rules.ReadPatient(line);

    private UtteranceReading WithEmpathy(UtteranceReading reading, EmpathyReading? read, SpokenLine line, UtteranceContext context)
    {
        if (read is null)
        {
            return reading;
        }
        var reaction = ModelPatterns.Caring().IsMatch(line.Normalised) ? Level(read.EmotionalReaction, Caring) : 0;
        var interpretation = ModelPatterns.Interpreting().IsMatch(line.Normalised) ? Level(read.Interpretation, Interpreting) : 0;
        var marks = new List<Mark>(reading.Marks);
        if (reaction > reading.EmotionalReaction)
        {
            marks.Add(new Mark(MarkKind.Cared, TellingWords.Of(line,
                words => 1 - models.Read(words, context).Empathy!.EmotionalReaction.Probabilities[0], ModelPatterns.Caring())) { Level = reaction });
        }
        if (interpretation > reading.Interpretation)
        {
            marks.Add(new Mark(MarkKind.Interpreted, TellingWords.Of(line,
                words => 1 - models.Read(words, context).Empathy!.Interpretation.Probabilities[0], ModelPatterns.Interpreting())) { Level = interpretation });
        }
        return reading with
        {
            EmotionalReaction = Math.Max(reading.EmotionalReaction, reaction),
            Interpretation = Math.Max(reading.Interpretation, interpretation),
            Marks = marks,
        };
    }

    private UtteranceReading WithQuestions(UtteranceReading reading, QuestionReading? read, SpokenLine line)
    {
        if (read is null)
        {
            return reading;
        }
        var (sure, open) = (read.Present.Probabilities[1], read.Kind.Probabilities[1]);
        var (opens, closeds) = (reading.OpenQuestions, reading.ClosedQuestions);
        if (opens + closeds > 0 && sure < MaybeQuestion && !line.Text.Contains('?', StringComparison.Ordinal))
        {
            return reading with { OpenQuestions = 0, ClosedQuestions = 0, Marks = [.. reading.Marks.Where(m => m.Kind is not (MarkKind.OpenQuestion or MarkKind.ClosedQuestion))] };
        }
        if (opens + closeds == 0 && sure > SurelyQuestion)
        {
            var mark = new Mark(open > SurelyOpen ? MarkKind.OpenQuestion : MarkKind.ClosedQuestion, TellingWords.Of(line, words => models.Read(words).Question!.Present.Probabilities[1]));
            return reading with { OpenQuestions = open > SurelyOpen ? 1 : 0, ClosedQuestions = open > SurelyOpen ? 0 : 1, Marks = [.. reading.Marks, mark] };
        }
        if ((closeds > 0 && opens == 0 && open > SurelyOpen) || (opens > 0 && closeds == 0 && open < 1 - SurelyOpen))
        {
            var (from, to) = opens == 0 ? (MarkKind.ClosedQuestion, MarkKind.OpenQuestion) : (MarkKind.OpenQuestion, MarkKind.ClosedQuestion);
            return reading with { OpenQuestions = closeds, ClosedQuestions = opens, Marks = [.. reading.Marks.Select(m => m.Kind == from ? m with { Kind = to } : m)] };
        }
        return reading;
    }

    private UtteranceReading WithReflection(UtteranceReading reading, LabelReading? read, SpokenLine line, UtteranceContext context)
    {
        var byModel = reading.Reflection == ReflectionKind.None && read?.Probabilities[1] > Reflecting && ModelPatterns.SaidBack().IsMatch(line.Normalised);
        return reading.Reflection == ReflectionKind.None && !byModel ? reading : reading with
        {
            Reflection = reading.Interpretation > 0 ? ReflectionKind.Complex : ReflectionKind.Simple,
            Marks = byModel
                ? [.. reading.Marks, new Mark(MarkKind.Reflection, TellingWords.Of(line, words => models.Read(words, context).Reflection!.Probabilities[1], ModelPatterns.SaidBack()))]
                : reading.Marks,
        };
    }

    private UtteranceReading WithManner(UtteranceReading reading, Models.Language.Reading.UtteranceReading read, SpokenLine line)
    {
        var irritated = reading.Irritation == 0 && read.Anger > Irritated;
        var warm = reading.Irritation == 0 && !irritated && read.Warmth > Warm && !reading.Has(MarkKind.Warm) && !reading.Has(MarkKind.Courtesy);
        return reading with
        {
            // The model ranks requests better, the rules know the telephone's own forms.
            Politeness = read.Politeness is { } polite ? Math.Clamp((reading.Politeness + Math.Clamp(polite, -1, 1)) / 2, -1, 1) : reading.Politeness,
            Warmth = Math.Max(reading.Warmth, irritated ? 0 : read.Warmth ?? 0),
            Irritation = irritated ? 0.5 : reading.Irritation,
            Marks =
            [
                .. reading.Marks,
                .. irritated ? [new Mark(MarkKind.Irritated, TellingWords.Of(line, words => models.Read(words).Anger ?? 0))] : Array.Empty<Mark>(),
                .. warm ? [new Mark(MarkKind.Warm, TellingWords.Of(line, words => models.Read(words).Warmth ?? 0))] : Array.Empty<Mark>(),
            ],
        };
    }

    private static int Level(LabelReading levels, float sure) =>
        levels.Probabilities[2] > sure ? 2 : 1 - levels.Probabilities[0] > sure ? 1 : 0;
}
