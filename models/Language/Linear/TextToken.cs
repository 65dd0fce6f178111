namespace RealtimeTraining.Models.Language.Linear;

/// <summary>A word, or a punctuation mark.</summary>
/// <param name="Start">Where it stands in the reader's own buffer.</param>
public readonly record struct TextToken(int Start, int Length, uint Hash, bool IsMark);
