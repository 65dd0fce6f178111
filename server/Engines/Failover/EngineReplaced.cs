using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Server.Engines.Failover;

/// <summary>An engine broke during a call.</summary>
/// <param name="By">The engine that took over; null when none was left.</param>
public sealed record EngineReplaced(EngineRole Role, string Engine, string? By, string Reason)
{
    public string Code => Role switch
    {
        EngineRole.Recogniser => "recogniserReplaced",
        EngineRole.Voice => "voiceReplaced",
        _ => "wordsReplaced",
    };

    /// <summary>A sentence for the trainee.</summary>
    public string Text => (Role, By) switch
    {
        (EngineRole.Recogniser, null) => "Your speech cannot be written down any more. Type what you would say.",
        (EngineRole.Recogniser, _) => "Another engine writes down your speech now. Nothing is lost.",
        (EngineRole.Voice, null) => "The patient's voice failed. Read what the patient says.",
        (EngineRole.Voice, _) => "The patient goes on with another voice.",
        (_, null) => "The patient goes on with the words that the scenario's author wrote.",
        _ => "Another language model words the patient now.",
    };
}
