namespace RealtimeTraining.Server.Patients.Words;

/// <summary>Why a model's reply, or the rest of it, was not spoken. The name in camel case is the code in logs and counters.</summary>
public enum ReplyProblem
{
    /// <summary>The model or its server failed.</summary>
    ClientFailed,

    /// <summary>Earlier replies still hang in the model, so it was not asked.</summary>
    Hanging,

    /// <summary>No clause within the budget.</summary>
    FirstClauseLate,

    /// <summary>A pause between clauses that was too long, or the whole took too long.</summary>
    Stalled,

    /// <summary>Not the JSON that was asked for, or broken off.</summary>
    BrokenSchema,

    UndisclosedFact,

    /// <summary>A number, date or name that nobody gave.</summary>
    InventedValue,

    /// <summary>Speaks as a machine, as the practice, or gives medical advice.</summary>
    OutOfRole,

    TooLong,

    StageDirection,

    /// <summary>Markup, an address, code, emoji, or signs that nobody can speak.</summary>
    Unspeakable,

    OtherLanguage,

    /// <summary>Says the opposite of the decision.</summary>
    Contradiction,

    /// <summary>Left out what the decision has to say.</summary>
    MissingContent,

    RepeatedLine,

    EndsCall,
}
