using System.Buffers.Binary;

namespace RealtimeTraining.Speech.Audio;

/// <summary>Signed 16-bit little-endian samples, as they travel, and as they are computed with.</summary>
public static class Pcm
{
    public const int BytesPerSample = 2;

    /// <exception cref="ArgumentException">The length is odd: half a sample is missing.</exception>
    public static short[] FromBytes(ReadOnlySpan<byte> bytes)
    {
        var samples = new short[SampleCount(bytes)];
        FromBytes(bytes, samples);
        return samples;
    }

    /// <summary>Writes the samples into <paramref name="samples"/> and returns how many there were.</summary>
    /// <exception cref="ArgumentException">The length is odd, or the target is too short.</exception>
    public static int FromBytes(ReadOnlySpan<byte> bytes, Span<short> samples)
    {
        var count = SampleCount(bytes);
        if (samples.Length < count)
        {
            throw new ArgumentException($"{count} samples do not fit into {samples.Length}.", nameof(samples));
        }
        for (var i = 0; i < count; i++)
        {
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(i * BytesPerSample)..]);
        }
        return count;
    }

    public static byte[] ToBytes(ReadOnlySpan<short> samples)
    {
        var bytes = new byte[samples.Length * BytesPerSample];
        ToBytes(samples, bytes);
        return bytes;
    }

    /// <exception cref="ArgumentException">The target is too short.</exception>
    public static void ToBytes(ReadOnlySpan<short> samples, Span<byte> bytes)
    {
        if (bytes.Length < samples.Length * BytesPerSample)
        {
            throw new ArgumentException(
                $"{samples.Length} samples need {samples.Length * BytesPerSample} bytes, not {bytes.Length}.", nameof(bytes));
        }
        for (var i = 0; i < samples.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(bytes[(i * BytesPerSample)..], samples[i]);
        }
    }

    /// <summary>Takes one channel out of samples of several, side by side.</summary>
    /// <param name="channel">0 is the first.</param>
    /// <param name="one">Gets as many as fit.</param>
    public static void TakeChannel(ReadOnlySpan<short> interleaved, int channels, int channel, Span<short> one)
    {
        for (var i = 0; i < one.Length; i++)
        {
            one[i] = interleaved[i * channels + channel];
        }
    }

    /// <summary>Full scale is 1.</summary>
    /// <param name="floats">Gets one for each sample.</param>
    public static void ToFloats(ReadOnlySpan<short> samples, Span<float> floats)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            floats[i] = samples[i] / 32768f;
        }
    }

    /// <summary>Full scale is 1; what lies outside is clipped, what is not a number is silence.</summary>
    public static short FromFloat(float value) =>
        float.IsNaN(value) ? (short)0 : (short)Math.Clamp(MathF.Round(value * 32768f), short.MinValue, short.MaxValue);

    private static int SampleCount(ReadOnlySpan<byte> bytes) => bytes.Length % BytesPerSample == 0
        ? bytes.Length / BytesPerSample
        : throw new ArgumentException(
            $"16-bit audio has two bytes a sample, but {bytes.Length} bytes came: a byte was lost or this is another format.",
            nameof(bytes));
}
