using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Detection;

/// <summary>Sums a power spectrum up in bands as wide as hearing takes them apart: equal steps of mel (D. O'Shaughnessy 1987).</summary>
internal static class PitchBands
{
    public const int Count = 22;
    private const double LowestHz = 100, HighestHz = 7_000;

    private static readonly (int From, float[] Weights)[] Bands = [.. Enumerable.Range(0, Count).Select(Band)];

    /// <param name="powers">Of <see cref="SoundSpectrum.Bins"/> bins.</param>
    /// <param name="bands">Gets <see cref="Count"/> powers.</param>
    public static void Sum(ReadOnlySpan<float> powers, Span<float> bands)
    {
        for (var band = 0; band < Count; band++)
        {
            var (from, weights) = Bands[band];
            var sum = 0f;
            for (var i = 0; i < weights.Length; i++)
            {
                sum += weights[i] * powers[from + i];
            }
            bands[band] = sum;
        }
    }

    /// <summary>A triangle from the middle of the band before to that of the one after.</summary>
    private static (int From, float[] Weights) Band(int band)
    {
        var (low, middle, high) = (Edge(band), Edge(band + 1), Edge(band + 2));
        var (from, to) = ((int)Math.Ceiling(low), (int)Math.Floor(high));
        return (from, [.. Enumerable.Range(from, to - from + 1).Select(bin => (float)Math.Max(0, bin <= middle ? (bin - low) / (middle - low) : (high - bin) / (high - middle)))]);
    }

    /// <summary>In bins.</summary>
    private static double Edge(int index)
    {
        var (low, high) = (Mel(LowestHz), Mel(HighestHz));
        var hz = 700 * (Math.Exp((low + (high - low) * index / (Count + 1)) / 1127) - 1);
        return hz * SoundSpectrum.Length / AudioFormat.SampleRateHz;
    }

    private static double Mel(double hz) => 1127 * Math.Log(1 + hz / 700);
}
