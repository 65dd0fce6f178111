using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Benchmarks.Detection;

/// <summary>What an office sounds like behind somebody who telephones.</summary>
internal static class Noise
{
    private const int Talkers = 8;
    private static readonly string[] Recordings = ["jfk.wav", "kennedy.wav", "bush.wav", "telephone_8k.wav"];

    /// <summary>Many people at once, made of other recordings than are judged; null where those are not here.</summary>
    public static float[]? Babble(int length)
    {
        var folder = Path.Combine(Checkout.Data, "audio");
        string[] files = [.. Recordings.Select(name => Path.Combine(folder, name)).Where(File.Exists)];
        if (files.Length == 0)
        {
            return null;
        }
        var voices = files.Select(WavFile.ReadMono).ToList();
        var babble = new float[length];
        for (var talker = 0; talker < Talkers; talker++)
        {
            var voice = voices[talker % voices.Count];
            var (from, gain) = (voice.Length / Talkers * talker, 1 / (float)Math.Max(1e-3, Math.Sqrt(Power(voice))));
            for (var i = 0; i < length; i++)
            {
                babble[i] += gain * voice[(from + i) % voice.Length];
            }
        }
        return babble;
    }

    /// <summary>A fan: steady, softer by 6 dB with each octave above 200 Hz.</summary>
    public static float[] Fan(int length)
    {
        var (random, fan, low) = (new Random(5), new float[length], 0.0);
        for (var i = 0; i < length; i++)
        {
            low += 0.08 * (random.NextDouble() * 2 - 1 - low);
            fan[i] = (float)low;
        }
        return fan;
    }

    /// <summary>A bad line: as loud at every pitch.</summary>
    public static float[] White(int length)
    {
        var random = new Random(6);
        return [.. Enumerable.Range(0, length).Select(_ => (float)(random.NextDouble() * 2 - 1))];
    }

    /// <summary>The mains, 50 Hz, and its harmonics up to 1 kHz, each softer than the one before.</summary>
    public static float[] Hum(int length) =>
        [.. Enumerable.Range(0, length).Select(i => (float)Enumerable.Range(1, 20).Sum(harmonic => Math.Sin(2 * Math.PI * 50 * harmonic * i / AudioFormat.SampleRateHz + harmonic) / harmonic))];

    /// <summary>Somebody types: six strokes a second or so, each a burst that fades within 30 ms, some louder than others.</summary>
    public static float[] Keyboard(int length)
    {
        var (random, keys) = (new Random(7), new float[length]);
        for (var at = 0; at < length; at += AudioFormat.Samples(60 + random.Next(220)))
        {
            var (loud, hz) = (0.3 + random.NextDouble(), 900 + 3_000 * random.NextDouble());
            for (var i = at; i < Math.Min(length, at + AudioFormat.Samples(30)); i++, loud *= 0.99)
            {
                keys[i] += (float)(loud * (random.NextDouble() * 2 - 1 + 0.4 * Math.Sin(2 * Math.PI * hz * (i - at) / AudioFormat.SampleRateHz)));
            }
        }
        return keys;
    }

    /// <summary>The noise under the clip, so many decibels below the speech in it.</summary>
    public static short[] Mix(Clip clip, float[] noise, double snrDb)
    {
        var speech = clip.Samples.Where((_, i) => i / AudioFormat.FrameSamples is var frame && frame < clip.IsSpeech.Length && clip.IsSpeech[frame]).ToArray();
        var gain = Math.Sqrt(Power(speech) / noise.Take(clip.Samples.Length).Average(sample => (double)sample * sample)) * Math.Pow(10, -snrDb / 20);
        return [.. clip.Samples.Select((sample, i) => (short)Math.Clamp(sample + gain * noise[i % noise.Length], short.MinValue, short.MaxValue))];
    }

    private static double Power(short[] samples) => samples.Length == 0 ? 1 : samples.Average(sample => (double)sample * sample);
}
