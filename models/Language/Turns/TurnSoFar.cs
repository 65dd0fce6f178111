namespace RealtimeTraining.Models.Language.Turns;

/// <summary>What is known of a turn when its speaker falls silent.</summary>
/// <param name="Words">The words of the turn as the recogniser has them; marks and capitals are not looked at.</param>
/// <param name="SpokenMs">From the first sound of the turn to the last.</param>
public readonly record struct TurnSoFar(string Words, int SpokenMs)
{
    /// <summary>What the other said last, with its marks if there are any; empty when nothing was said yet.</summary>
    public string OtherSaid { get; init; } = "";

    /// <summary>The speaker leads the talk: asks, and says what comes next, as somebody who answers a practice's phone does.</summary>
    public bool Leads { get; init; } = true;

    /// <summary>Pauses in this turn after which the speaker went on.</summary>
    public int PausesBefore { get; init; }
}
