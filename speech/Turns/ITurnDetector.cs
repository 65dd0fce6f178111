namespace RealtimeTraining.Speech.Turns;

/// <summary>Decides how much silence ends the trainee's turn. Stateless and thread-safe.</summary>
public interface ITurnDetector
{
    /// <summary>The silence, in milliseconds since the last speech, after which the turn counts as over.</summary>
    TurnWait WaitFor(TurnContext context);
}

/// <param name="WordsSoFar">The words of the turn as the recogniser has them now; may be empty.</param>
/// <param name="SpokenMs">How long the trainee has spoken in this turn.</param>
/// <param name="PatientAskedFor">The topic that the patient last asked for, or null.</param>
public readonly record struct TurnContext(string WordsSoFar, int SpokenMs, string? PatientAskedFor);

/// <param name="SilenceMs">The wait.</param>
/// <param name="Reason">Why, for the call's log.</param>
public readonly record struct TurnWait(int SilenceMs, string Reason);
