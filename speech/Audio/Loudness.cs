namespace RealtimeTraining.Speech.Audio;

/// <summary>How loud samples are, in dB relative to full scale (a full-scale square wave is 0 dBFS).</summary>
public static class Loudness
{
    /// <summary>What digital silence is called: the range of 16 bits.</summary>
    public const float SilenceDbfs = -96f;

    /// <summary>Root mean square; <see cref="SilenceDbfs"/> for no samples.</summary>
    public static float RmsDbfs(ReadOnlySpan<short> samples)
    {
        if (samples.IsEmpty)
        {
            return SilenceDbfs;
        }
        double sum = 0;
        foreach (var sample in samples)
        {
            sum += (double)sample * sample;
        }
        return ToDbfs(Math.Sqrt(sum / samples.Length) / 32768);
    }

    public static float PeakDbfs(ReadOnlySpan<short> samples)
    {
        var peak = 0;
        foreach (var sample in samples)
        {
            peak = Math.Max(peak, Math.Abs((int)sample));
        }
        return ToDbfs(peak / 32768d);
    }

    /// <summary>
    /// The level of the speech in a clip: the mean power of the frames that lie within 20 dB of the loudest one,
    /// so that pauses do not count (after the idea of ITU-T P.56).
    /// </summary>
    public static float ActiveDbfs(ReadOnlySpan<short> samples)
    {
        const int frame = AudioFormat.FrameSamples;
        var loudest = SilenceDbfs;
        for (var i = 0; i + frame <= samples.Length; i += frame)
        {
            loudest = Math.Max(loudest, RmsDbfs(samples.Slice(i, frame)));
        }
        double power = 0;
        var frames = 0;
        for (var i = 0; i + frame <= samples.Length; i += frame)
        {
            var level = RmsDbfs(samples.Slice(i, frame));
            if (level > SilenceDbfs && level >= loudest - 20)
            {
                power += Math.Pow(10, level / 10);
                frames++;
            }
        }
        return frames == 0 ? RmsDbfs(samples) : (float)(10 * Math.Log10(power / frames));
    }

    /// <summary>Multiplies in place; samples that would leave the range are clipped.</summary>
    public static void Amplify(Span<short> samples, float gain)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (short)Math.Clamp(MathF.Round(samples[i] * gain), short.MinValue, short.MaxValue);
        }
    }

    private static float ToDbfs(double amplitude) =>
        amplitude <= 0 ? SilenceDbfs : Math.Max(SilenceDbfs, (float)(20 * Math.Log10(amplitude)));
}
