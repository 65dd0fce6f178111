using System.Text.Json.Serialization;

namespace RealtimeTraining.Server.Calls;

/// <summary>How a supervisor takes part in a call.</summary>
public enum SupervisionMode
{
    /// <summary>Hears both voices and is heard by nobody.</summary>
    Listen,

    /// <summary>Only the trainee hears the supervisor.</summary>
    Whisper,

    /// <summary>Trainee and patient hear the supervisor.</summary>
    Barge,
}

/// <summary>A supervisor came into the call, takes part in another way, or has left.</summary>
/// <param name="VisitId">One supervisor's stay, from coming to leaving.</param>
/// <param name="Mode">Null: has left.</param>
/// <param name="Shown">The trainee may know of it while the call runs. It is in the call's record either way.</param>
public sealed record SupervisionChanged(Guid VisitId, string Name, SupervisionMode? Mode, bool Shown) : CallEvent
{
    [JsonIgnore]
    public override bool IsForTrainee => Shown;
}

/// <summary>A typed note of a supervisor to the trainee; the patient knows nothing of it.</summary>
public sealed record NoteWhispered(string Name, string Text) : CallEvent;

/// <summary>A supervisor's note at this moment, for the debrief.</summary>
public sealed record SupervisorNoted(string Name, string Text) : CallEvent
{
    [JsonIgnore]
    public override bool IsForTrainee => false;
}

/// <summary>A supervisor stopped the clock of the conversation, or lets it go on: nobody is heard meanwhile.</summary>
/// <param name="Reason">In the supervisor's words; empty when it goes on.</param>
public sealed record CallPaused(string Name, bool Paused, string Reason) : CallEvent;

/// <summary>
/// Stands for an event that the trainee is not to see while the call runs, so that the numbers stay whole. It is never
/// stored: afterwards the event itself is read.
/// </summary>
public sealed record Withheld : CallEvent;
