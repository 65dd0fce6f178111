namespace RealtimeTraining.Server.Scenarios;

/// <summary>A situation to practise, as authored in one YAML file. docs/scenarios.md explains every field.</summary>
public sealed record Scenario
{
    /// <summary>Lower-case words joined by hyphens; the file's name without its ending.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required ScenarioType Type { get; init; }

    /// <summary>The level it was written for. It can be played at any level.</summary>
    public required Difficulty Difficulty { get; init; }

    /// <summary>One or two sentences for the card.</summary>
    public required string Summary { get; init; }

    /// <summary>What the trainee is told before the call: who they are, what their screen shows.</summary>
    public required string Situation { get; init; }

    /// <summary>The trainee's role in the practice.</summary>
    public required PracticeRole Role { get; init; }

    public required int TargetSeconds { get; init; }

    public required Patient Patient { get; init; }

    /// <summary>Opening lines, of which the seed picks one.</summary>
    public required IReadOnlyList<string> Opening { get; init; }

    public required MoodLevels Mood { get; init; }

    /// <summary>What moves the mood, beside the generic table.</summary>
    public IReadOnlyList<MoodMove> Moves { get; init; } = [];

    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>What the patient wants from the call, in the order it would bring it up.</summary>
    public required IReadOnlyList<Goal> Goals { get; init; }

    public IReadOnlyList<Objection> Objections { get; init; } = [];

    /// <summary>The patient's own lines for acts that are not about a fact, goal or objection (greet back, thank, escalate, ...).</summary>
    public IReadOnlyDictionary<PatientAct, IReadOnlyList<string>> Lines { get; init; } = new Dictionary<PatientAct, IReadOnlyList<string>>();

    /// <summary>Further phrasings by act and topic that this scenario's trainees use.</summary>
    public IReadOnlyList<ActExamples> Understands { get; init; } = [];

    public required Script Script { get; init; }

    public required IReadOnlyList<Outcome> Outcomes { get; init; }

    public IReadOnlyList<Blocker> Blockers { get; init; } = [];

    /// <summary>Weight of each category; they add up to 100.</summary>
    public required IReadOnlyDictionary<ScoringCategory, int> Rubric { get; init; }

    /// <summary>How an expert would have said it.</summary>
    public IReadOnlyList<IdealAnswer> IdealAnswers { get; init; } = [];

    public IReadOnlyList<Hint> Hints { get; init; } = [];

    /// <summary>Words the recogniser should know: names, drugs, places.</summary>
    public IReadOnlyList<string> Vocabulary { get; init; } = [];
}

public enum ScenarioType
{
    Scheduling,
    BillingInquiry,
    Complaint,
    NewPatientIntake,
    Cancellation,
    InsuranceQuestions,
    FollowUp,
    EmergencyTriage,
}

public enum Difficulty
{
    Beginner,
    Intermediate,
    Advanced,
    Expert,
}

/// <summary>The trainee's role in a practice.</summary>
public enum PracticeRole
{
    Owner,
    Admin,
    Provider,
    Staff,
    Biller,
}

public enum ScoringCategory
{
    Tone,
    Empathy,
    ScriptAdherence,
    Timing,
    ProblemSolving,
    Professionalism,
}
