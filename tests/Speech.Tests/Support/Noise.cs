namespace RealtimeTraining.Speech.Tests.Support;

internal static class Noise
{
    /// <summary>Between -0.5 and 0.5, the same for the same seed.</summary>
    public static float[] Of(int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() - 0.5f)];
    }
}
