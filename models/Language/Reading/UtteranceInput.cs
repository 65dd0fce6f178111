namespace RealtimeTraining.Models.Language.Reading;

/// <summary>What was said, and what stood before it.</summary>
/// <param name="Text">As recognised or typed.</param>
/// <param name="Before">What the other side said last; for a whole call, all that the other side said.</param>
/// <param name="Earlier">What the same speaker said before that.</param>
public readonly record struct UtteranceInput(string Text, string? Before = null, string? Earlier = null);
