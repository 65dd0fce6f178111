using RealtimeTraining.Models.Language.Reading;

namespace RealtimeTraining.Server.Feedback;

/// <summary>How one utterance of the trainee came across. Whatever is not nought has its words among <see cref="Marks"/>.</summary>
public sealed record UtteranceReading
{
    public static UtteranceReading Nothing { get; } = new();

    /// <summary>Warmth, compassion, an apology: 0 none, 1 weak, 2 strong (the first mechanism of EPITOME).</summary>
    public int EmotionalReaction { get; init; }

    /// <summary>Says that, or what, the other feels: 0-2.</summary>
    public int Interpretation { get; init; }

    /// <summary>Asks about what the other feels or went through: 0-2.</summary>
    public int Exploration { get; init; }

    public int OpenQuestions { get; init; }

    public int ClosedQuestions { get; init; }

    public ReflectionKind Reflection { get; init; }

    /// <summary>-1 curt to 1 courteous.</summary>
    public double Politeness { get; init; }

    /// <summary>0-1.</summary>
    public double Warmth { get; init; }

    /// <summary>0-1.</summary>
    public double Irritation { get; init; }

    /// <summary>What it does as listening: "question", "reflection", "therapist_input" (information or advice) or "other"; null without the model.</summary>
    public LabelReading? Behaviour { get; init; }

    /// <summary>What the listening of the whole call is judged by; null without the models.</summary>
    public ListeningSigns? Signs { get; init; }

    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>The strongest of the three mechanisms.</summary>
    public int Empathy => Math.Max(EmotionalReaction, Math.Max(Interpretation, Exploration));

    public bool Has(MarkKind kind) => First(kind) is not null;

    /// <summary>The first words of that kind, or null.</summary>
    public string? First(MarkKind kind) => Marks.FirstOrDefault(m => m.Kind == kind)?.Quote;
}

public enum ReflectionKind
{
    None,

    /// <summary>Says back what was said.</summary>
    Simple,

    /// <summary>Says back what was meant or felt.</summary>
    Complex,
}

/// <param name="Quote">The words, as they stand in the utterance.</param>
public sealed record Mark(MarkKind Kind, string Quote)
{
    /// <summary>1 weak, 2 strong, where the kind has levels.</summary>
    public int Level { get; init; } = 1;
}

public enum MarkKind
{
    NamedFeeling,
    Understood,
    Apology,
    Compassion,
    Reassurance,
    AskedFeeling,
    AskedMore,
    OpenQuestion,
    ClosedQuestion,
    Reflection,
    Courtesy,
    SoftRequest,
    Order,
    Warm,
    Greeting,
    SelfIntroduction,
    Farewell,
    HoldAsked,
    Checked,
    Impatient,
    Blaming,
    Dismissive,
    Casual,
    Profane,

    /// <summary>Found by a model: warmth, compassion or concern, in words that no pattern knows.</summary>
    Cared,

    /// <summary>Found by a model: what the other feels or goes through, said back.</summary>
    Interpreted,

    /// <summary>Found by a model: anger or annoyance.</summary>
    Irritated,
}

/// <param name="Strength">1 a hint of it, 2 said outright.</param>
public sealed record Feeling(FeelingKind Kind, int Strength, string Quote);

public enum FeelingKind
{
    Worry,
    Frustration,
    Sadness,
    Pain,
    Confusion,
}
