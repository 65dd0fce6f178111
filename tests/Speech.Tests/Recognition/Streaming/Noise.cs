using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Tests.Recognition.Streaming;

/// <summary>Sound for logic that asks only how loud it is.</summary>
internal static class Noise
{
    /// <summary>As loud as speech.</summary>
    public static short[] Loud(int milliseconds) => Make(milliseconds, 8_000);

    /// <summary>A quiet room.</summary>
    public static short[] Quiet(int milliseconds) => Make(milliseconds, 8);

    private static short[] Make(int milliseconds, int peak)
    {
        var random = new Random(milliseconds);
        return [.. Enumerable.Range(0, AudioFormat.Samples(milliseconds)).Select(_ => (short)random.Next(-peak, peak + 1))];
    }
}
