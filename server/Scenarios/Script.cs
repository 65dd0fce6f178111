namespace RealtimeTraining.Server.Scenarios;

public sealed record Script
{
    public required IReadOnlyList<ScriptPhase> Phases { get; init; }

    public IReadOnlyList<PhraseToAvoid> Avoid { get; init; } = [];
}

/// <summary>A part of the call: greeting, verifying, understanding, solving, closing.</summary>
public sealed record ScriptPhase
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>"greeting", "issue" or "closing", for the flow of the call.</summary>
    public required FlowPart Part { get; init; }

    /// <summary>The phase counts as done when this many of its key phrases have been used.</summary>
    public int Enough { get; init; } = 1;

    public required IReadOnlyList<KeyPhrase> KeyPhrases { get; init; }
}

public enum FlowPart
{
    Greeting,
    Issue,
    Closing,
}

public sealed record KeyPhrase
{
    public required string Id { get; init; }

    /// <summary>As it is shown: "May I have your date of birth?"</summary>
    public required string Phrase { get; init; }

    /// <summary>Other ways of saying it that count.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];
}

public sealed record PhraseToAvoid
{
    public required string Id { get; init; }

    public required string Phrase { get; init; }

    public IReadOnlyList<string> Variants { get; init; } = [];

    public required string Why { get; init; }

    /// <summary>The better sentence.</summary>
    public required string Better { get; init; }
}

/// <summary>Something that should be true at the end of the call.</summary>
public sealed record Outcome
{
    public required string Id { get; init; }

    public required string Text { get; init; }

    /// <summary>Ids of goals met, facts revealed or script phases done that together make it true.</summary>
    public required IReadOnlyList<string> Needs { get; init; }
}

/// <summary>A rule of compliance. Broken, it fails the outcome whatever the average says.</summary>
public sealed record Blocker
{
    public required string Id { get; init; }

    public required BlockerKind Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>What was said that breaks the rule (disclosure, advice). Any one is enough.</summary>
    public IReadOnlyList<MetBy> BrokenBy { get; init; } = [];

    /// <summary>For an emergency: what must happen, once the sign has been revealed.</summary>
    public IReadOnlyList<MetBy> Required { get; init; } = [];

    /// <summary>For an emergency: the facts that are its signs.</summary>
    public IReadOnlyList<string> Signs { get; init; } = [];

    public required string Better { get; init; }
}

public enum BlockerKind
{
    /// <summary>Something private was told before every fact marked identity was known.</summary>
    DisclosedBeforeIdentity,

    /// <summary>Medical advice from somebody whose role it is not.</summary>
    AdviceOutsideRole,

    /// <summary>A sign of an emergency came out and was not escalated.</summary>
    EmergencyNotEscalated,

    /// <summary>Another thing that must not be said.</summary>
    Forbidden,
}

/// <param name="To">Id of a fact, goal, objection or phase, or "opening".</param>
public sealed record IdealAnswer(string To, string Say, string Why);

/// <param name="When">Id of the phase, fact, goal or objection that it helps with while that is open.</param>
public sealed record Hint(string When, string Text);
