namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// How much a moment matters to a coach who has time for a few: what the member of staff said first, then what was not
/// taken up, then how long they spoke over the caller or left them waiting. Our own order; nothing is scored by it. Pure.
/// </summary>
public static class Badness
{
    private const double MostForSpeakingOver = 2;
    private const double MostForSilence = 4;

    /// <summary>Of each moment of a call, in the order of time.</summary>
    public static IEnumerable<(ReviewMark Mark, double Badness)> Of(CallReading reading)
    {
        var speakers = reading.Lines.ToDictionary(line => line.Number, line => line.Speaker);
        return reading.Marks.Select(mark => (mark, Of(mark, mark.Line is { } line && speakers.TryGetValue(line, out var speaker) ? speaker : null)));
    }

    /// <returns>0: nothing went wrong.</returns>
    public static double Of(ReviewMark mark, Speaker? speaker) => mark.Kind switch
    {
        ReviewMarkKind.Curt => 5,
        ReviewMarkKind.PhraseToAvoid or ReviewMarkKind.EmpathyMissed => 4,
        ReviewMarkKind.RisingIrritation => 3,
        ReviewMarkKind.TalkOver => speaker == Speaker.Staff ? 2 + Math.Min(MostForSpeakingOver, Seconds(mark)) : 0,
        ReviewMarkKind.DeadAir => Math.Min(MostForSilence, Seconds(mark) / 10),
        _ => 0,
    };

    private static double Seconds(ReviewMark mark) => (mark.EndMs - mark.StartMs) / 1_000.0;
}
