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
    /// <summary>Places looked at together: each stretch of the pattern is read once for all of them.</summary>
    private const int Together = 8;

    /// <param name="least">Stretches with less power are like nothing.</param>
    /// <returns>The first place among the best; 0 with a share of 0 when nothing is alike.</returns>
    public static (int At, float Share) Best(ReadOnlySpan<float> pattern, ReadOnlySpan<float> sound, float least)
    {
        var (best, bestShare) = (0, 0f);
        var patternPower = Power(pattern);
        var places = sound.Length - pattern.Length + 1;
        var power = Power(sound[..pattern.Length]);
        Span<float> powers = stackalloc float[Together];
        Span<float> products = stackalloc float[Together];
        for (var at = 0; at < places; at += Together)
        {
            var count = Math.Min(Together, places - at);
            var loud = false;
            for (var i = 0; i < count; i++)
            {
                powers[i] = power;
                loud |= power > least;
                var (leaves, comes) = (at + i, at + i + pattern.Length);
                power = comes < sound.Length ? Math.Max(0, power + sound[comes] * sound[comes] - sound[leaves] * sound[leaves]) : power;
            }
            if (!loud)
            {
                continue;
            }
            Products(pattern, sound[at..], count, products);
            for (var i = 0; i < count; i++)
            {
                var share = powers[i] > least ? products[i] * products[i] / (patternPower * powers[i]) : 0;
                (best, bestShare) = share > bestShare ? (at + i, share) : (best, bestShare);
            }
        }
        return (best, bestShare);
    }

    public static float Power(ReadOnlySpan<float> sound) => DotProduct.Of(sound, sound);

    private static void Products(ReadOnlySpan<float> pattern, ReadOnlySpan<float> sound, int count, Span<float> products)
    {
        if (count == Together)
        {
            EightProducts(pattern, sound, products);
            return;
        }
        for (var i = 0; i < count; i++)
        {
            products[i] = DotProduct.Of(pattern, sound.Slice(i, pattern.Length));
        }
    }

    // Eight sums that do not wait for each other, and one read of the pattern for all of them: six times as fast as one by one.
    private static void EightProducts(ReadOnlySpan<float> pattern, ReadOnlySpan<float> sound, Span<float> products)
    {
        var (a, b, c, d) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        var (e, f, g, h) = (a, a, a, a);
        ref var one = ref MemoryMarshal.GetReference(pattern);
        ref var other = ref MemoryMarshal.GetReference(sound[..(pattern.Length + Together - 1)]);
        nuint i = 0;
        for (; i + (nuint)Vector<float>.Count <= (nuint)pattern.Length; i += (nuint)Vector<float>.Count)
        {
            var p = Vector.LoadUnsafe(ref one, i);
            a = Vector.MultiplyAddEstimate(p, Vector.LoadUnsafe(ref other, i), a);
            b = Vector.MultiplyAddEstimate(p, Vector.LoadUnsafe(ref other, i + 1), b);
            c = Vector.MultiplyAddEstimate(p, Vector.LoadUnsafe(ref other, i + 2), c);
            d = Vector.MultiplyAddEstimate(p, Vector.LoadUnsafe(ref other, i + 3), d);
            e = Vector.MultiplyAddEstimate(p, Vector.LoadUnsafe(ref other, i + 4), e);
            f = Vector.MultiplyAddEstimate(p, Vector.LoadUnsafe(ref other, i + 5), f);
            g = Vector.MultiplyAddEstimate(p, Vector.LoadUnsafe(ref other, i + 6), g);
            h = Vector.MultiplyAddEstimate(p, Vector.LoadUnsafe(ref other, i + 7), h);
        }
        (products[0], products[1], products[2], products[3]) = (Vector.Sum(a), Vector.Sum(b), Vector.Sum(c), Vector.Sum(d));
        (products[4], products[5], products[6], products[7]) = (Vector.Sum(e), Vector.Sum(f), Vector.Sum(g), Vector.Sum(h));
        for (var rest = (int)i; rest < pattern.Length; rest++)
        {
            for (var place = 0; place < Together; place++)
            {
                products[place] += pattern[rest] * sound[place + rest];
            }
        }
    }
}
