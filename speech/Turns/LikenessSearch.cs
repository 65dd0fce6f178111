using System.Numerics;
using System.Runtime.InteropServices;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Speech.Turns;

/// <summary>
/// Finds the place in a sound that is most like another: the square of their correlation over the power of both, which is
/// the share of the one's power that a copy of the other explains (0 to 1).
/// </summary>
internal static class LikenessSearch
{
    /// <summary>Vectors of places looked at together: each sample of the pattern is read once for all of them.</summary>
    private const int Together = 8;

    /// <param name="products">As <see cref="Products"/> tells them, of all places.</param>
    /// <param name="least">Stretches with less power are like nothing.</param>
    /// <returns>The first place among the best; 0 with a share of 0 when nothing is alike.</returns>
    public static (int At, float Share) Best(ReadOnlySpan<float> pattern, ReadOnlySpan<float> sound, ReadOnlySpan<float> products, float least)
    {
        var (best, bestShare) = (0, 0f);
        var patternPower = Power(pattern);
        var power = Power(sound[..pattern.Length]);
        for (var at = 0; at < products.Length; at++)
        {
            var share = power > least ? products[at] * products[at] / (patternPower * power) : 0;
            (best, bestShare) = share > bestShare ? (at, share) : (best, bestShare);
            var comes = at + pattern.Length;
            power = comes < sound.Length ? Math.Max(0, power + sound[comes] * sound[comes] - sound[at] * sound[at]) : power;
        }
        return (best, bestShare);
    }

    public static float Power(ReadOnlySpan<float> sound) => DotProduct.Of(sound, sound);

    /// <summary>The sum of the products of the pattern with the sound from each place on.</summary>
    /// <param name="products">One for each place; the sound is as long as the pattern and they, less one.</param>
    public static void Products(ReadOnlySpan<float> pattern, ReadOnlySpan<float> sound, Span<float> products)
    {
        var lanes = Vector<float>.Count;
        var at = 0;
        for (; at + Together * lanes <= products.Length; at += Together * lanes)
        {
            SideBySide(pattern, sound.Slice(at, pattern.Length + Together * lanes - 1), products[at..]);
        }
        for (; at < products.Length; at++)
        {
            products[at] = DotProduct.Of(pattern, sound.Slice(at, pattern.Length));
        }
    }

    // Eight sums that do not wait for each other, each of as many places as a vector has lanes.
    private static void SideBySide(ReadOnlySpan<float> pattern, ReadOnlySpan<float> sound, Span<float> products)
    {
        var (a, b, c, d) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        var (e, f, g, h) = (a, a, a, a);
        var lanes = (nuint)Vector<float>.Count;
        ref var other = ref MemoryMarshal.GetReference(sound);
        for (var i = 0; i < pattern.Length; i++)
        {
            var p = new Vector<float>(pattern[i]);
            var at = (nuint)i;
            a = Vector.MultiplyAddEstimate(p, Vector.LoadUnsafe(ref other, at), a);
            b = Vector.MultiplyAddEstimate(p, Vector.LoadUnsafe(ref other, at + lanes), b);
            c = Vector.MultiplyAddEstimate(p, Vector.LoadUnsafe(ref other, at + 2 * lanes), c);
            d = Vector.MultiplyAddEstimate(p, Vector.LoadUnsafe(ref other, at + 3 * lanes), d);
            e = Vector.MultiplyAddEstimate(p, Vector.LoadUnsafe(ref other, at + 4 * lanes), e);
            f = Vector.MultiplyAddEstimate(p, Vector.LoadUnsafe(ref other, at + 5 * lanes), f);
            g = Vector.MultiplyAddEstimate(p, Vector.LoadUnsafe(ref other, at + 6 * lanes), g);
            h = Vector.MultiplyAddEstimate(p, Vector.LoadUnsafe(ref other, at + 7 * lanes), h);
        }
        var into = MemoryMarshal.Cast<float, Vector<float>>(products[..(Together * (int)lanes)]);
        (into[0], into[1], into[2], into[3], into[4], into[5], into[6], into[7]) = (a, b, c, d, e, f, g, h);
    }
}
