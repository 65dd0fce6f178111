using RealtimeTraining.Models.Language;
using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Reviews;

/// <summary>When one party begins while the other still speaks and takes the floor.</summary>
internal static class TalkOver
{
    /// <summary>A shorter overlap is how people take turns: the next begins as the last word ends.</summary>
    public const int LeastMs = 500;

    /// <summary>Whether the line began while the other was being said, not together with it, and went on over it. "Mm-hm" does not.</summary>
    public static bool Interrupts(ReviewLine line, ReviewLine other) =>
        other.Speaker != line.Speaker && other.StartMs + TraineeTurn.TogetherMs <= line.StartMs && Math.Min(line.EndMs, other.EndMs) - line.StartMs >= LeastMs
        && !Backchannels.Is(SpokenLine.Of(line.Text));
}
