namespace RealtimeTraining.Server.Scenarios;

/// <summary>Something the patient knows, and when it comes out.</summary>
public sealed record Fact
{
    public required string Id { get; init; }

    /// <summary>A generic topic ("dateOfBirth", "phone", "symptom", ...) or one of the scenario's own.</summary>
    public required string Topic { get; init; }

    /// <summary>What it is, in one line, for coaches, hints and a language model: "Her date of birth is 14 March 1967."</summary>
    public required string Is { get; init; }

    /// <summary>Further ways of asking for it, beside the generic ones of its topic.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>Ways of saying it. The key is a mood label, or "any". At least two in "any".</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Say { get; init; }

    public Gate Gate { get; init; } = Gate.Asked;

    /// <summary>With <see cref="Gate.Trusted"/>: the trust it takes, 0-1.</summary>
    public double Trust { get; init; } = 0.5;

    /// <summary>With <see cref="Gate.After"/>: ids of facts or goals that must have come first.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>What the patient says instead while the gate is shut. Generic lines are used when empty.</summary>
    public IReadOnlyList<string> Withheld { get; init; } = [];

    /// <summary>Spoken forms of the value, for checking a read-back: ["march fourteenth nineteen sixty seven"].</summary>
    public IReadOnlyList<string> ReadBack { get; init; } = [];

    /// <summary>The trainee must know this before something private may be told (name, date of birth).</summary>
    public bool Identity { get; init; }

    /// <summary>Worth having found out: counts for problem solving.</summary>
    public bool Needed { get; init; }
}

/// <summary>When a fact comes out.</summary>
public enum Gate
{
    /// <summary>When it is asked for.</summary>
    Asked,

    /// <summary>When it is asked for and trust has reached <see cref="Fact.Trust"/>.</summary>
    Trusted,

    /// <summary>The second time it is asked for.</summary>
    AskedTwice,

    /// <summary>By itself once the patient is upset, or when asked for.</summary>
    VolunteeredWhenUpset,

    /// <summary>When asked for, once everything in <see cref="Fact.After"/> has come out or been met.</summary>
    After,

    /// <summary>By itself at the first opportunity.</summary>
    Volunteered,
}

/// <summary>Something the patient wants from the call.</summary>
public sealed record Goal
{
    public required string Id { get; init; }

    /// <summary>"To be seen before she travels on the 28th."</summary>
    public required string Wants { get; init; }

    /// <summary>Ways of bringing it up, first time and later.</summary>
    public required IReadOnlyList<string> Raise { get; init; }

    /// <summary>What of the trainee's meets it: any one is enough.</summary>
    public required IReadOnlyList<MetBy> MetBy { get; init; }

    /// <summary>What the patient says when it has been met.</summary>
    public required IReadOnlyList<string> Accept { get; init; }

    /// <summary>The call is not resolved without it.</summary>
    public bool Required { get; init; } = true;
}

/// <summary>An act of the trainee that meets a goal, dissolves an objection or raises a blocker. All that is given must hold.</summary>
public sealed record MetBy
{
    public TraineeAct? Act { get; init; }

    public string? Topic { get; init; }

    /// <summary>Any of these, said alike.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    /// <summary>Ids of facts, goals or objections that must have come out, been met or been dissolved before.</summary>
    public IReadOnlyList<string> After { get; init; } = [];
}

/// <summary>What the patient holds against an offer.</summary>
public sealed record Objection
{
    public required string Id { get; init; }

    /// <summary>The goal whose meeting it stands against.</summary>
    public required string Goal { get; init; }

    public required IReadOnlyList<string> Say { get; init; }

    /// <summary>All of these, in any order, dissolve it ("an acknowledged feeling and an explanation").</summary>
    public required IReadOnlyList<TraineeAct> DissolvedBy { get; init; }

    /// <summary>Said when it has been dissolved.</summary>
    public required IReadOnlyList<string> Softened { get; init; }

    /// <summary>Levels below this one are played without it.</summary>
    public Difficulty From { get; init; } = Difficulty.Intermediate;
}

/// <summary>Kinds of things a trainee does with words.</summary>
public enum TraineeAct
{
    Greet,
    IdentifySelf,
    Ask,
    Tell,
    AcknowledgeFeeling,
    Apologise,
    Explain,
    Offer,
    Promise,
    Hold,
    Transfer,
    CheckUnderstanding,
    Close,
    SmallTalk,
    Refuse,
    Blame,
    Order,
    Thank,
    Escalate,
    Unclear,
}

/// <summary>What the patient does in a turn.</summary>
public enum PatientAct
{
    Open,
    GreetBack,
    Answer,
    Withhold,
    AskBack,
    Object,
    Soften,
    Escalate,
    Accept,
    Raise,
    Correct,
    Repeat,
    NotUnderstood,
    SayNeed,
    Acknowledge,
    Thank,
    Wait,
    AnyoneThere,
    InterruptMonologue,
    Resume,
    GoodBye,
    HangUp,
    Worsen,
    DoNotKnow,
}

public sealed record ActExamples
{
    public required TraineeAct Act { get; init; }

    public string? Topic { get; init; }

    public required IReadOnlyList<string> Phrases { get; init; }
}
