using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Feedback;

/// <summary>
/// Reads one call's events as they happen and answers with further events: phrases used, phases done, cues, meters.
/// One instance a call; called by one thread. Given the same events it answers the same, so a call can be replayed.
/// </summary>
public interface ILiveCoach
{
    IReadOnlyList<CallEvent> Observe(CallEvent callEvent);

    /// <summary>The hint that helps most now, or null where nothing is open.</summary>
    string? HintNow();
}

public interface ILiveCoachFactory
{
    /// <param name="traineeName">What the trainee is called; null where nobody knows.</param>
    ILiveCoach Create(Scenario scenario, Difficulty difficulty, string? traineeName = null);
}

/// <summary>Writes the debrief from the log alone. Pure: the same call gives the same debrief.</summary>
public interface IDebriefWriter
{
    Debrief Write(CallRecord call);
}

/// <param name="Events">All kept events in order.</param>
public sealed record CallRecord(CallId CallId, Scenario Scenario, Difficulty Difficulty, IReadOnlyList<CallEvent> Events)
{
    /// <summary>Each party was heard apart from the other, so that it shows in the times of what they said when both spoke at once.</summary>
    public bool OverlapsHeard { get; init; } = true;

    /// <summary>What the trainee is called; null where nobody knows.</summary>
    public string? TraineeName { get; init; }
}
