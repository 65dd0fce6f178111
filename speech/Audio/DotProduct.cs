using System.Numerics;

namespace RealtimeTraining.Speech.Audio;

/// <summary>Sum of the products of two equally long pieces of sound, several at once where the processor can.</summary>
internal static class DotProduct
{
    public static float Of(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i + Vector<float>.Count <= one.Length; i += Vector<float>.Count)
        {
            sum += new Vector<float>(one[i..]) * new Vector<float>(other[i..]);
        }
        var total = Vector.Sum(sum);
        for (; i < one.Length; i++)
        {
            total += one[i] * other[i];
        }
        return total;
    }
}
