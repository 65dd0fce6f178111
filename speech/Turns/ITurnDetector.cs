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
public readonly record struct TurnContext(string WordsSoFar, int SpokenMs, string? PatientAskedFor)
{
    /// <summary>What the patient said last; null or empty when nothing or not known.</summary>
    public string? PatientSaid { get; init; }

    /// <summary>Pauses of this turn after which the trainee went on.</summary>
    public int PausesBefore { get; init; }

    /// <summary>What the odds of an end are multiplied with for how the voice ended, as <see cref="Turns.VoiceOdds"/> tells; null when it is not known.</summary>
    public float? VoiceOdds { get; init; }
}

/// <param name="SilenceMs">The wait.</param>
/// <param name="Reason">Why, for the call's log.</param>
public readonly record struct TurnWait(int SilenceMs, string Reason)
{
    /// <summary>What was said sounds like whole sentences, whether or not another follows; false where that is not known.</summary>
    public bool SentenceWhole { get; init; }

    /// <summary>The turn sounds over; false where that is not known.</summary>
    public bool SoundsOver { get; init; }
}
