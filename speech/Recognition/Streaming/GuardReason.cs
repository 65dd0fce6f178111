namespace RealtimeTraining.Speech.Recognition.Streaming;

/// <summary>Why words that a decoder wrote are not believed.</summary>
internal enum GuardReason
{
    /// <summary>They are.</summary>
    None,

    /// <summary>The decoder itself took it for no speech.</summary>
    NoSpeech,

    /// <summary>Poor words where hardly anybody spoke.</summary>
    LittleSpeech,

    /// <summary>What such models say on noise.</summary>
    KnownInvention,

    /// <summary>Its own prompt, said back.</summary>
    PromptEcho,

    /// <summary>The same over and over.</summary>
    Repetition,
}

/// <param name="Words">What is believed, which may be less than was written even when something is.</param>
/// <param name="IsSure">Good enough that a second try would not help.</param>
internal sealed record GuardVerdict(IReadOnlyList<RecognizedWord> Words, GuardReason Reason, bool IsSure);
