using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Speech.Tests.Detection;

/// <summary>Sounds of an office for tests of detectors. The same each time.</summary>
internal static class Office
{
    public static short[] White(double dbfs, int seconds)
    {
        var (random, amplitude) = (new Random(7), 32_768 * Math.Pow(10, dbfs / 20) * Math.Sqrt(3));
        return [.. Enumerable.Range(0, seconds * AudioFormat.SampleRateHz).Select(_ => (short)Math.Round((2 * random.NextDouble() - 1) * amplitude))];
    }

    /// <summary>Softer by 6 dB with each octave.</summary>
    public static short[] Fan(double dbfs, int seconds)
    {
        var (random, low) = (new Random(8), 0.0);
        return AtLevel([.. Enumerable.Range(0, seconds * AudioFormat.SampleRateHz).Select(_ => low += 0.08 * (random.NextDouble() * 2 - 1 - low))], dbfs);
    }

    /// <summary>50 Hz and its harmonics.</summary>
    public static short[] Hum(double dbfs, int seconds) => AtLevel(
        [.. Enumerable.Range(0, seconds * AudioFormat.SampleRateHz).Select(i => Enumerable.Range(1, 12).Sum(n => Math.Sin(2 * Math.PI * 50 * n * i / AudioFormat.SampleRateHz + n) / n))], dbfs);

    /// <summary>Some strokes a second, in a quiet room.</summary>
    public static short[] Keyboard(double peakDbfs, int seconds)
    {
        var (random, samples) = (new Random(9), White(-70, seconds));
        for (var at = 800; at < samples.Length; at += AudioFormat.Samples(80 + random.Next(250)))
        {
            var loud = 32_768 * Math.Pow(10, peakDbfs / 20);
            for (var i = at; i < Math.Min(samples.Length, at + 320); i++, loud *= 0.985)
            {
                samples[i] = (short)Math.Clamp(samples[i] + loud * (2 * random.NextDouble() - 1), short.MinValue, short.MaxValue);
            }
        }
        return samples;
    }

    public static short[] Together(short[] one, short[] other) => [.. one.Zip(other, (a, b) => (short)Math.Clamp(a + b, short.MinValue, short.MaxValue))];

    public static short[] AtLevel(short[] samples, double dbfs) => AtLevel(Array.ConvertAll(samples, sample => (double)sample), dbfs);

    public static bool[] Detect(ISpeechDetector detector, short[] samples) =>
        [.. samples.Chunk(AudioFormat.FrameSamples).Where(frame => frame.Length == AudioFormat.FrameSamples).Select(frame => detector.Process(frame).IsSpeech)];

    private static short[] AtLevel(double[] sound, double dbfs)
    {
        var gain = 32_768 * Math.Pow(10, dbfs / 20) / Math.Sqrt(sound.Average(sample => sample * sample));
        return Array.ConvertAll(sound, sample => (short)Math.Clamp(Math.Round(gain * sample), short.MinValue, short.MaxValue));
    }
}
