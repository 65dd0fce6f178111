namespace RealtimeTraining.Speech.Detection;

/// <summary>
/// The power spectrum of <see cref="Length"/> samples under a Hann window: a radix-2 transform of half the length, the
/// samples taken as pairs (W. H. Press et al., "Numerical Recipes", section 12.3). Allocates nothing. Not thread-safe.
/// </summary>
internal sealed class SoundSpectrum
{
    /// <summary>Samples that are looked at: 32 ms.</summary>
    public const int Length = 512;

    /// <summary>From 0 Hz to half the sample rate.</summary>
    public const int Bins = Length / 2 + 1;

    private const int Half = Length / 2;
    private static readonly float[] Window = Make(Length, i => 0.5 - 0.5 * Math.Cos(2 * Math.PI * i / Length));
    private static readonly float[] Cos = Make(Length, i => Math.Cos(2 * Math.PI * i / Length));
    private static readonly float[] Sin = Make(Length, i => Math.Sin(2 * Math.PI * i / Length));
    private static readonly int[] Reversed = [.. Enumerable.Range(0, Half).Select(Reverse)];

    // So that the powers of all bins add up to the mean square of the samples.
    private static readonly float Unit = 2 / (Length * Window.Sum(weight => weight * weight));

    private readonly float[] re = new float[Half];
    private readonly float[] im = new float[Half];

    /// <param name="samples"><see cref="Length"/> samples.</param>
    /// <param name="powers">Gets <see cref="Bins"/> of them; together the mean square of the samples.</param>
    public void Read(ReadOnlySpan<float> samples, Span<float> powers)
    {
        for (var i = 0; i < Half; i++)
        {
            (re[Reversed[i]], im[Reversed[i]]) = (samples[2 * i] * Window[2 * i], samples[2 * i + 1] * Window[2 * i + 1]);
        }
        Transform();
        for (var k = 0; k < Bins; k++)
        {
            var (at, mirror) = (k % Half, (Half - k) % Half);
            var (evenRe, evenIm) = (0.5f * (re[at] + re[mirror]), 0.5f * (im[at] - im[mirror]));
            var (oddRe, oddIm) = (0.5f * (im[at] + im[mirror]), 0.5f * (re[mirror] - re[at]));
            var (cos, sin) = (Cos[k], Sin[k]);
            var (real, imaginary) = (evenRe + cos * oddRe + sin * oddIm, evenIm + cos * oddIm - sin * oddRe);
            powers[k] = Unit * (real * real + imaginary * imaginary) * (k is 0 or Half ? 0.5f : 1);
        }
    }

    private void Transform()
    {
        for (var size = 2; size <= Half; size *= 2)
        {
            var (half, stride) = (size / 2, Length / size);
            for (var start = 0; start < Half; start += size)
            {
                for (var k = 0; k < half; k++)
                {
                    var (cos, sin, one, other) = (Cos[k * stride], Sin[k * stride], start + k, start + k + half);
                    var (turnedRe, turnedIm) = (re[other] * cos + im[other] * sin, im[other] * cos - re[other] * sin);
                    (re[other], im[other]) = (re[one] - turnedRe, im[one] - turnedIm);
                    (re[one], im[one]) = (re[one] + turnedRe, im[one] + turnedIm);
                }
            }
        }
    }

    private static int Reverse(int index)
    {
        var reversed = 0;
        for (var bit = 1; bit < Half; bit *= 2, index /= 2)
        {
            reversed = 2 * reversed + index % 2;
        }
        return reversed;
    }

    private static float[] Make(int count, Func<int, double> value) => [.. Enumerable.Range(0, count).Select(i => (float)value(i))];
}
