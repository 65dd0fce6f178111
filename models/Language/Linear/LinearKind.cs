namespace RealtimeTraining.Models.Language.Linear;

/// <summary>What the scores of a model mean.</summary>
public enum LinearKind
{
    /// <summary>One class is right: probabilities that sum to 1.</summary>
    OneOf,

    /// <summary>Each label is there or not: a probability each.</summary>
    AnyOf,

    /// <summary>A real number a label.</summary>
    Number,
}
