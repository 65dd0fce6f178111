using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Benchmarks.Detection;

/// <summary>What becomes of a clip on its way to the detector.</summary>
/// <param name="SnrDb">How far the noise lies below the speech; null where there is none.</param>
internal sealed record Condition(string Noise, double? SnrDb, Func<Clip, short[]> Heard)
{
    private static readonly double[] SnrsDb = [20, 10, 5, 0];

    public (string, object)[] Labels => SnrDb is { } snr ? [("noise", Noise), ("snr_db", snr)] : [("noise", Noise)];

    /// <summary>As it is, louder and softer, over a telephone line, and with each noise at each level.</summary>
    /// <param name="length">The most samples of a clip.</param>
    public static IEnumerable<Condition> All(int length)
    {
        yield return new Condition("none", null, clip => clip.Samples);
        yield return new Condition("none, 20 dB softer", null, clip => Louder(clip.Samples, -20));
        yield return new Condition("none, 10 dB louder", null, clip => Louder(clip.Samples, 10));
        yield return new Condition("none, 8 kHz", null, clip => Resampler.Convert(Resampler.Convert(clip.Samples, AudioFormat.SampleRateHz, 8_000), 8_000, AudioFormat.SampleRateHz));
        List<(string Name, float[] Sound)> noises =
        [
            ("fan", Detection.Noise.Fan(length)), ("white", Detection.Noise.White(length)), ("hum", Detection.Noise.Hum(length)), ("keyboard", Detection.Noise.Keyboard(length)),
        ];
        if (Detection.Noise.Babble(length) is { } babble)
        {
            noises.Add(("babble", babble));
        }
        foreach (var (name, sound) in noises)
        {
            foreach (var snrDb in SnrsDb)
            {
                yield return new Condition(name, snrDb, clip => Detection.Noise.Mix(clip, sound, snrDb));
            }
        }
    }

    private static short[] Louder(short[] samples, double gainDb)
    {
        var louder = (short[])samples.Clone();
        Loudness.Amplify(louder, (float)Math.Pow(10, gainDb / 20));
        return louder;
    }
}
