using System.Numerics;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Detection;

/// <summary>
/// The power spectrum of <see cref="Length"/> samples under a Hann window: a radix-2 transform of half the length, the
/// samples taken as pairs (W. H. Press et al., "Numerical Recipes", section 12.3); several turns at once where the processor can,
/// with the same result. Allocates nothing. Not thread-safe.
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

    // The turns of each step one after the other: those of the step that joins halves of n begin at n - 1.
    private static readonly float[] TurnCos = MakeTurns(Cos), TurnSin = MakeTurns(Sin);
    private static readonly int[] Reversed = [.. Enumerable.Range(0, Half).Select(Reverse)];

    // So that the powers of all bins add up to the mean square of the samples.
    private static readonly float Unit = 2 / (Length * Window.Sum(weight => weight * weight));

    private readonly float[] re = new float[Half];
    private readonly float[] im = new float[Half];

    /// <summary>Drops the oldest samples of a window for as many new ones.</summary>
    public static void Slide(Span<float> window, ReadOnlySpan<short> latest)
    {
        window[latest.Length..].CopyTo(window);
        Pcm.ToFloats(latest, window[^latest.Length..]);
    }

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
        for (var half = 1; half < Half; half *= 2)
        {
            var cos = TurnCos.AsSpan(half - 1, half);
            var sin = TurnSin.AsSpan(half - 1, half);
            for (var start = 0; start < Half; start += 2 * half)
            {
                Join(cos, sin, re.AsSpan(start, half), im.AsSpan(start, half), re.AsSpan(start + half, half), im.AsSpan(start + half, half));
            }
        }
    }

    /// <summary>Adds the second half, turned, to the first, and takes it away from it for the second.</summary>
    private static void Join(ReadOnlySpan<float> cos, ReadOnlySpan<float> sin, Span<float> oneRe, Span<float> oneIm, Span<float> otherRe, Span<float> otherIm)
    {
        var k = 0;
        for (; k <= cos.Length - Vector<float>.Count; k += Vector<float>.Count)
        {
            var (byCos, bySin) = (new Vector<float>(cos[k..]), new Vector<float>(sin[k..]));
            var (real, imaginary) = (new Vector<float>(otherRe[k..]), new Vector<float>(otherIm[k..]));
            var (turnedRe, turnedIm) = (real * byCos + imaginary * bySin, imaginary * byCos - real * bySin);
            var (startRe, startIm) = (new Vector<float>(oneRe[k..]), new Vector<float>(oneIm[k..]));
            (startRe - turnedRe).CopyTo(otherRe[k..]);
            (startIm - turnedIm).CopyTo(otherIm[k..]);
            (startRe + turnedRe).CopyTo(oneRe[k..]);
            (startIm + turnedIm).CopyTo(oneIm[k..]);
        }
        for (; k < cos.Length; k++)
        {
            var (turnedRe, turnedIm) = (otherRe[k] * cos[k] + otherIm[k] * sin[k], otherIm[k] * cos[k] - otherRe[k] * sin[k]);
            (otherRe[k], otherIm[k]) = (oneRe[k] - turnedRe, oneIm[k] - turnedIm);
            (oneRe[k], oneIm[k]) = (oneRe[k] + turnedRe, oneIm[k] + turnedIm);
        }
    }

    private static float[] MakeTurns(float[] circle)
    {
        var turns = new float[Half - 1];
        for (var half = 1; half < Half; half *= 2)
        {
            for (var k = 0; k < half; k++)
            {
                turns[half - 1 + k] = circle[k * (Half / half)];
            }
        }
        return turns;
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
