namespace RealtimeTraining.Models.Language.Reading;

/// <summary>What stood before an utterance.</summary>
/// <param name="Before">What the other side said last.</param>
/// <param name="Earlier">What the same speaker said last.</param>
public readonly record struct UtteranceContext(string? Before = null, string? Earlier = null);
