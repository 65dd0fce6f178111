using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Detection;

/// <summary>
/// How periodic the last 64 ms are, at the lags of voices: the highest normalised autocorrelation, of the sound below
/// 2 kHz without hum. Allocates nothing. Not thread-safe.
/// </summary>
internal sealed class Periodicity
{
    public const float LowestHz = 60, HighestHz = 400;

    private const int Decimation = 4;
    private const int RateHz = AudioFormat.SampleRateHz / Decimation;
    private const int ShortestLag = (int)(RateHz / HighestHz);
    private const int LongestLag = (int)(RateHz / LowestHz);
    private const int Compared = 190;
    private const int Length = Compared + LongestLag;
    private const int PerFrame = AudioFormat.FrameSamples / Decimation;

    // What is softer than this (-80 dBFS) is rounding.
    private const float Hush = 1e-8f * Compared;

    private readonly float[] sound = new float[Length];
    private float before;
    private float filtered;

    /// <summary>0 (none) to 1 (the same again and again).</summary>
    public float Strength { get; private set; }

    /// <summary>Of the strongest lag.</summary>
    public float PitchHz { get; private set; } = LowestHz;

    /// <param name="frame">One frame of samples from -1 to 1.</param>
    public void Add(ReadOnlySpan<float> frame)
    {
        sound.AsSpan(PerFrame).CopyTo(sound);
        for (var i = 0; i < PerFrame; i++)
        {
            var mean = 0.25f * (frame[4 * i] + frame[4 * i + 1] + frame[4 * i + 2] + frame[4 * i + 3]);
            filtered = mean - before + 0.85f * filtered;
            before = mean;
            sound[Length - PerFrame + i] = filtered;
        }
        Measure();
    }

    public void Reset()
    {
        Array.Clear(sound);
        (before, filtered, Strength, PitchHz) = (0, 0, 0, LowestHz);
    }

    private void Measure()
    {
        var latest = sound.AsSpan(LongestLag, Compared);
        var power = DotProduct.Of(latest, latest);
        var (best, bestLag) = (0f, LongestLag);
        var earlierPower = DotProduct.Of(sound.AsSpan(LongestLag - ShortestLag, Compared), sound.AsSpan(LongestLag - ShortestLag, Compared));
        for (var lag = ShortestLag; lag <= LongestLag; lag++)
        {
            var from = LongestLag - lag;
            var alike = DotProduct.Of(latest, sound.AsSpan(from, Compared)) / MathF.Sqrt((power + Hush) * (Math.Max(0, earlierPower) + Hush));
            (best, bestLag) = alike > best ? (alike, lag) : (best, bestLag);
            if (from > 0)
            {
                earlierPower += sound[from - 1] * sound[from - 1] - sound[from - 1 + Compared] * sound[from - 1 + Compared];
            }
        }
        (Strength, PitchHz) = (Math.Clamp(best, 0, 1), (float)RateHz / bestLag);
    }
}
