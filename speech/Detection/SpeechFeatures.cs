using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Detection;

/// <summary>
/// What the trained detector knows of a frame: each band's level over its noise floor and against the loudest that was
/// heard lately (a near voice is; people behind it are not), how periodic, flat and sudden the sound is. Looks back only. The same in
/// training and in use. Allocates nothing a frame. Not thread-safe.
/// </summary>
public sealed class SpeechFeatures
{
    /// <summary>Changes with anything that changes the numbers: weights of another version are refused.</summary>
    public const string Version = "bands-2";

    public const int Count = 2 * PitchBands.Count + Others;

    private const int Others = 10;

    // Two hundredths of a decibel a frame: a pause of ten seconds does not make the people behind a near voice.
    private const float PeakFallsDb = 0.02f;
    private const float FirstPeakDbfs = -35;

    // -77 dBFS in each band, -64 together: what a quiet room is. Where a microphone or a browser cuts all noise out, voices stand out of it no more
    // than they do in a room, and sound like those that the network was trained on.
    private const float Hush = 2e-8f;

    private readonly SoundSpectrum spectrum = new();
    private readonly NoiseFloors floors = new(PitchBands.Count + 1);
    private readonly Periodicity periodicity = new();
    private readonly float[] window = new float[SoundSpectrum.Length];
    private readonly float[] powers = new float[SoundSpectrum.Bins];
    private readonly float[] levels = new float[PitchBands.Count + 1];
    private readonly float[] earlier = new float[PitchBands.Count + 1];
    private float peak = FirstPeakDbfs;
    private float smoothed;
    private bool started;

    /// <summary>How periodic the last frame was, 0 to 1: vowels are, fans are not.</summary>
    public float Voicing => periodicity.Strength;

    /// <param name="frame"><see cref="AudioFormat.FrameSamples"/> samples, following those before.</param>
    /// <param name="features">Gets <see cref="Count"/> numbers.</param>
    /// <exception cref="ArgumentException">A length is another one.</exception>
    public void Read(ReadOnlySpan<short> frame, Span<float> features)
    {
        if (frame.Length != AudioFormat.FrameSamples || features.Length != Count)
        {
            throw new ArgumentException($"A frame has {AudioFormat.FrameSamples} samples, not {frame.Length}, and makes {Count} features, not {features.Length}.", nameof(frame));
        }
        Take(frame);
        spectrum.Read(window, powers);
        PitchBands.Sum(powers, levels);
        var total = 0f;
        for (var band = 0; band < PitchBands.Count; band++)
        {
            total += levels[band];
            levels[band] = Decibels(levels[band] + Hush);
        }
        levels[PitchBands.Count] = Decibels(total + PitchBands.Count * Hush);
        floors.Add(levels);
        periodicity.Add(window.AsSpan(SoundSpectrum.Length - AudioFormat.FrameSamples));
        Write(features);
        levels.CopyTo(earlier.AsSpan());
    }

    public void Reset()
    {
        floors.Reset();
        periodicity.Reset();
        Array.Clear(window);
        (peak, smoothed, started) = (FirstPeakDbfs, 0, false);
    }

    private void Take(ReadOnlySpan<short> frame)
    {
        if (!started)
        {
            // A constant offset from the first sample on is not a step.
            Array.Fill(window, frame[0] / 32_768f);
        }
        SoundSpectrum.Slide(window, frame);
    }

    private void Write(Span<float> features)
    {
        var level = levels[PitchBands.Count];
        var noise = floors.Values;
        smoothed = started ? smoothed + 0.3f * (level - smoothed) : level;
        peak = Math.Max(smoothed, peak - PeakFallsDb);
        var (rise, mean, above, loud) = (0f, 0f, 0f, 0);
        for (var band = 0; band < PitchBands.Count; band++)
        {
            var over = levels[band] - noise[band];
            features[band] = 0.1f * over;
            features[PitchBands.Count + band] = 0.05f * (levels[band] - peak);
            rise += started ? Math.Max(0, levels[band] - earlier[band]) : 0;
            mean += levels[band];
            above += over;
            loud += over > 10 ? 1 : 0;
        }
        var others = features[(2 * PitchBands.Count)..];
        others[0] = 0.1f * (level - noise[PitchBands.Count]);
        others[1] = 0.1f * (level - peak);
        others[2] = periodicity.Strength;
        others[3] = periodicity.Strength * MathF.Log2(periodicity.PitchHz / 150);
        others[4] = 0.1f * rise / PitchBands.Count;
        // The mean of logarithms against the logarithm of the mean: 0 where all bands are alike.
        others[5] = 0.1f * (mean / PitchBands.Count - Decibels(MeanPower()));
        others[6] = 0.1f * above / PitchBands.Count;
        others[7] = (float)loud / PitchBands.Count;
        others[8] = 0.05f * (peak - noise[PitchBands.Count]);
        others[9] = 0.05f * (level + 50);
        started = true;
    }

    private float MeanPower()
    {
        var sum = 0f;
        for (var band = 0; band < PitchBands.Count; band++)
        {
            sum += MathF.Pow(10, 0.1f * levels[band]);
        }
        return sum / PitchBands.Count;
    }

    private static float Decibels(float power) => 10 * MathF.Log10(power);
}
