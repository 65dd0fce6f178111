using System.Text.Json.Serialization;
using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Who speaks in a recorded call.</summary>
public enum Speaker
{
    Staff,

    /// <summary>Whoever the member of staff talked to.</summary>
    Caller,

    /// <summary>One channel for everybody, and no two voices in it: nobody can tell.</summary>
    Unknown,
}

/// <summary>One thing that was said.</summary>
/// <param name="Number">Names the line in evidence and marks.</param>
/// <param name="Confidence">Of the recogniser, 0-1.</param>
/// <param name="Words">With times from the beginning of the recording.</param>
/// <param name="Corrected">Somebody put right what the recogniser wrote.</param>
public sealed record ReviewLine(int Number, Speaker Speaker, int StartMs, int EndMs, string Text, double Confidence, IReadOnlyList<SpokenWord> Words, bool Corrected = false)
{
    /// <summary>How it sounded, for the debrief; null where that was not measured, or where the line begins or ends elsewhere by now.</summary>
    [JsonIgnore]
    public VoiceMeasures? Voice { get; init; }
}
