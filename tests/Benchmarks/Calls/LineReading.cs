using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Benchmarks.Calls;

/// <summary>What became of one line of the trainee. Times are the page's.</summary>
/// <param name="StartMs">First sound from the microphone.</param>
/// <param name="EndMs">Last sound of the line, after its inner pauses.</param>
public sealed record LineReading(ScriptedLine Line, double StartMs, double EndMs)
{
    /// <summary>From the line's end to the patient's first sound; null where the patient did not answer, or spoke already.</summary>
    public double? ReplyMs { get; init; }

    /// <summary>From the line's beginning until the patient, who was speaking, had fallen silent; null where there was nothing to interrupt.</summary>
    public double? SilencedMs { get; init; }

    /// <summary>The patient began to speak while the line was not over.</summary>
    public bool FalselyCutOff { get; init; }

    /// <summary>What had been heard each time the turn was taken to be over inside the line, and why.</summary>
    public IReadOnlyList<string> EndedAt { get; init; } = [];

    /// <summary>How much later than the page the server took the line to be over; negative: earlier. Null where it heard nothing.</summary>
    public double? ServerEndsLaterMs { get; init; }

    /// <summary>The server's waterfall of the answer; null where there was none.</summary>
    public TurnTimed? Timed { get; init; }

    /// <summary>What the recogniser made of it.</summary>
    public string Recognised { get; init; } = "";

    /// <summary>For people who want to see what a figure is made of.</summary>
    public string Describe()
    {
        var silenced = SilencedMs is { } after ? $"patient silent after {after:0} ms, " : "";
        var reply = FalselyCutOff ? "cut off by the patient" : ReplyMs is { } ms ? $"answered after {ms:0} ms" : "not answered";
        var end = ServerEndsLaterMs is { } later ? $", its end taken {later:+0;-0} ms off" : "";
        var why = Timed is { } timed ? $" (over after {timed.EndpointMs} ms: {timed.EndpointReason}{(timed.Prepared ? "" : "; reply not prepared")})" : "";
        var inside = EndedAt.Count > 0 ? $", taken to be over at {string.Join("; at ", EndedAt)}" : "";
        return $"{silenced}{reply}{why}{inside}{end}; heard \"{Recognised}\"";
    }
}
