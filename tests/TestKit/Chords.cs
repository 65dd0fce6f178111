using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.TestKit;

public static class Chords
{
    private static readonly double[][] Hertz = [[262, 330, 392], [220, 262, 330], [175, 220, 262], [196, 247, 294]];

    /// <summary>Music of a kind: one chord after the other, each of three tones with four harmonics.</summary>
    public static short[] Play(int milliseconds, int eachMs) => [.. Enumerable.Range(0, AudioFormat.Samples(milliseconds)).Select(i =>
        (short)Hertz[i / AudioFormat.Samples(eachMs) % Hertz.Length].Sum(hz => Enumerable.Range(1, 4).Sum(h => 1_500 * Math.Sin(2 * Math.PI * hz * h * i / AudioFormat.SampleRateHz) / h)))];
}
