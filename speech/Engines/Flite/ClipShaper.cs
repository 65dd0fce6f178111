using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Engines.Flite;

/// <summary>
/// Makes a clip fit to follow another: 16 kHz, the level of all voices, no silence before the first sound (flite puts
/// some 200 ms there, which the trainee would wait for) and a measured pause behind the last one.
/// </summary>
internal static class ClipShaper
{
    // Where sound begins and ends: 40 dB below the loudest step, in steps of 5 ms.
    private const float SilenceBelowPeakDb = 40;
    private const int StepSamples = AudioFormat.SampleRateHz / 200;
    private const int LeadMs = 5;
    private const int TailMs = 20;

    /// <param name="pauseMs">The silence behind the last sound.</param>
    public static short[] Shape(FliteClip clip, float gainDb, int pauseMs)
    {
        var samples = Resampler.Convert(clip.Samples, clip.SampleRateHz, AudioFormat.SampleRateHz);
        var (first, last) = SoundIn(samples);
        if (last <= first)
        {
            return new short[AudioFormat.Samples(pauseMs)];
        }
        var from = Math.Max(0, first - AudioFormat.Samples(LeadMs));
        var to = Math.Min(samples.Length, last + AudioFormat.Samples(TailMs));
        var shaped = new short[to - from + AudioFormat.Samples(pauseMs)];
        var gain = MathF.Pow(10, gainDb / 20);
        for (var i = from; i < to; i++)
        {
            // The edges are faded, so that a cut is never a click.
            var edge = Math.Min(1f, Math.Min(i - from + 1, to - i) / (float)StepSamples);
            shaped[i - from] = Limit(samples[i] * gain * edge);
        }
        return shaped;
    }

    /// <summary>Straight up to -3 dBFS, then bent, so that raising a soft voice does not clip its peaks.</summary>
    private static short Limit(float sample)
    {
        const float knee = 23_200;
        var over = MathF.Abs(sample) - knee;
        return over <= 0
            ? (short)MathF.Round(sample)
            : (short)(MathF.Sign(sample) * (knee + (short.MaxValue - knee) * MathF.Tanh(over / (short.MaxValue - knee))));
    }

    private static (int First, int Last) SoundIn(short[] samples)
    {
        var levels = new float[samples.Length / StepSamples];
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = Loudness.RmsDbfs(samples.AsSpan(i * StepSamples, StepSamples));
        }
        var threshold = Math.Max(levels.DefaultIfEmpty(Loudness.SilenceDbfs).Max() - SilenceBelowPeakDb, -70);
        var first = Array.FindIndex(levels, level => level > threshold);
        var last = Array.FindLastIndex(levels, level => level > threshold);
        return first < 0 ? (0, 0) : (first * StepSamples, (last + 1) * StepSamples);
    }
}
