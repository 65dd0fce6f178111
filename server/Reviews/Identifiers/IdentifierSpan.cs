namespace RealtimeTraining.Server.Reviews;

/// <summary>An identifier in a text, in characters.</summary>
public readonly record struct IdentifierSpan(IdentifierKind Kind, int Start, int Length)
{
    public int End => Start + Length;

    public bool Overlaps(IdentifierSpan other) => Start < other.End && other.Start < End;
}
