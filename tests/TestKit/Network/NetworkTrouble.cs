namespace RealtimeTraining.TestKit.Network;

/// <summary>What a network does to every packet, each way alike.</summary>
/// <param name="LossPercent">So many of a hundred packets are lost, each by chance for itself.</param>
/// <param name="JitterMs">Each packet is held for 0 to so many milliseconds more, drawn evenly and for itself: packets overtake each other.</param>
/// <param name="RoundTripMs">Half of it lies on each way.</param>
public sealed record NetworkTrouble(int LossPercent, int JitterMs, int RoundTripMs)
{
    public static NetworkTrouble None { get; } = new(0, 0, 0);

    public (string Name, object Value)[] Labels(string path) =>
        [("path", path), ("loss", LossPercent), ("jitter_ms", JitterMs), ("rtt_ms", RoundTripMs)];

    public override string ToString() => $"loss {LossPercent} %, jitter {JitterMs} ms, round trip {RoundTripMs} ms";
}
