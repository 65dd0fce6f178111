namespace RealtimeTraining.Speech.Audio;

/// <summary>
/// Changes the sample rate of a stream by any ratio: a polyphase low-pass (Kaiser-windowed sinc, 70 dB stop band),
/// linear in phase, its delay taken out, so that sound stays where it was in time. Not thread-safe: one per stream.
/// </summary>
public sealed class Resampler
{
    private const int ZeroCrossings = 16;
    private const double KaiserBeta = 7;

    private readonly int up;
    private readonly int down;
    private readonly int half;
    private readonly float[][] phases;
    private readonly List<float> pending = [];
    private long firstPending;
    private long nextOutput;
    private long received;

    /// <param name="fromHz">1,000 to 384,000.</param>
    /// <param name="toHz">1,000 to 384,000.</param>
    public Resampler(int fromHz, int toHz)
    {
        ThrowIfOdd(fromHz, nameof(fromHz));
        ThrowIfOdd(toHz, nameof(toHz));
        var divisor = Gcd(fromHz, toHz);
        (up, down) = (toHz / divisor, fromHz / divisor);
        var cutoff = Math.Min(1d, (double)toHz / fromHz) * 0.95;
        half = (int)Math.Ceiling(ZeroCrossings / cutoff);
        phases = up == down ? [] : [.. Enumerable.Range(0, up).Select(phase => Taps((double)phase / up, cutoff))];
        Reset();
    }

    public static short[] Convert(ReadOnlySpan<short> samples, int fromHz, int toHz)
    {
        if (fromHz == toHz)
        {
            return samples.ToArray();
        }
        var resampler = new Resampler(fromHz, toHz);
        return [.. resampler.Process(samples), .. resampler.Finish()];
    }

    /// <summary>What can be computed by now; the rest comes with the next samples, or with <see cref="Finish"/>.</summary>
    public short[] Process(ReadOnlySpan<short> samples)
    {
        received += samples.Length;
        if (up == down)
        {
            return samples.ToArray();
        }
        foreach (var sample in samples)
        {
            pending.Add(sample);
        }
        return Drain((long)((Int128)(received - half) * up / down));
    }

    /// <summary>The rest of the stream. The resampler can be used for another one afterwards.</summary>
    public short[] Finish()
    {
        if (up == down)
        {
            Reset();
            return [];
        }
        var total = (received * up + down - 1) / down;
        pending.AddRange(new float[half + 1]);
        var rest = Drain(total);
        Reset();
        return rest;
    }

    private void Reset()
    {
        pending.Clear();
        pending.AddRange(new float[half]);
        firstPending = -half;
        nextOutput = 0;
        received = 0;
    }

    private short[] Drain(long until)
    {
        var output = new short[Math.Max(0, until - nextOutput)];
        for (var i = 0; i < output.Length; i++, nextOutput++)
        {
            var position = nextOutput * down;
            var taps = phases[(int)(position % up)];
            var first = (int)(position / up - half + 1 - firstPending);
            var sum = 0f;
            for (var k = 0; k < taps.Length; k++)
            {
                sum += taps[k] * pending[first + k];
            }
            output[i] = (short)Math.Clamp(MathF.Round(sum), short.MinValue, short.MaxValue);
        }
        var spent = (int)Math.Clamp(nextOutput * down / up - half - firstPending, 0, pending.Count);
        pending.RemoveRange(0, spent);
        firstPending += spent;
        return output;
    }

    /// <summary>The taps for an output that lies <paramref name="fraction"/> of a sample behind an input sample.</summary>
    private float[] Taps(double fraction, double cutoff)
    {
        var taps = new double[2 * half];
        for (var k = 0; k < taps.Length; k++)
        {
            var x = k - half + 1 - fraction;
            var window = x / half;
            taps[k] = Math.Abs(window) >= 1 ? 0
                : Sinc(x * cutoff) * Bessel(KaiserBeta * Math.Sqrt(1 - window * window)) / Bessel(KaiserBeta);
        }
        var sum = taps.Sum();
        return [.. taps.Select(tap => (float)(tap / sum))];
    }

    private static double Sinc(double x) => Math.Abs(x) < 1e-9 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);

    /// <summary>The modified Bessel function of the first kind, order zero, by its power series.</summary>
    private static double Bessel(double x)
    {
        double sum = 1, term = 1;
        for (var k = 1; k < 50 && term > 1e-12 * sum; k++)
        {
            term *= x / 2 / k * (x / 2 / k);
            sum += term;
        }
        return sum;
    }

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);

    private static void ThrowIfOdd(int rateHz, string name)
    {
        if (rateHz is < 1_000 or > 384_000)
        {
            throw new ArgumentOutOfRangeException(name, rateHz, "A sample rate lies between 1,000 and 384,000 Hz.");
        }
    }
}
