using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Tests.Support;

/// <summary>Sound for logic that asks only how loud it is, or whether it is the same. The same for the same seed or length.</summary>
internal static class Noise
{
    /// <summary>As loud as speech.</summary>
    public static short[] Loud(int milliseconds) => Make(milliseconds, 8_000);

    /// <summary>A quiet room.</summary>
    public static short[] Quiet(int milliseconds) => Make(milliseconds, 8);

    /// <summary>Between -0.5 and 0.5.</summary>
    public static float[] Of(int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() - 0.5f)];
    }

    private static short[] Make(int milliseconds, int peak)
    {
        var random = new Random(milliseconds);
        return [.. Enumerable.Range(0, AudioFormat.Samples(milliseconds)).Select(_ => (short)random.Next(-peak, peak + 1))];
    }
}
