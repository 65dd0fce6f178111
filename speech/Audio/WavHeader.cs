using System.Buffers.Binary;

namespace RealtimeTraining.Speech.Audio;

/// <summary>The 44 bytes before the samples of a plain 16-bit WAV file.</summary>
internal static class WavHeader
{
    public const int Bytes = 44;

    public static void Write(Span<byte> header, int channels, int sampleRateHz, uint dataBytes)
    {
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], dataBytes + Bytes - 8);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], 16);
        BinaryPrimitives.WriteUInt16LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], (ushort)channels);
        BinaryPrimitives.WriteUInt32LittleEndian(header[24..], (uint)sampleRateHz);
        BinaryPrimitives.WriteUInt32LittleEndian(header[28..], (uint)(sampleRateHz * channels * Pcm.BytesPerSample));
        BinaryPrimitives.WriteUInt16LittleEndian(header[32..], (ushort)(channels * Pcm.BytesPerSample));
        BinaryPrimitives.WriteUInt16LittleEndian(header[34..], 16);
        "data"u8.CopyTo(header[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[40..], dataBytes);
    }

    /// <summary>Whether these are the 44 bytes that <see cref="Write"/> makes, whatever length they state.</summary>
    public static bool Matches(ReadOnlySpan<byte> header, int channels, int sampleRateHz)
    {
        Span<byte> expected = stackalloc byte[Bytes];
        Write(expected, channels, sampleRateHz, 0);
        return header.Length >= Bytes
            && header[..4].SequenceEqual(expected[..4])
            && header[8..40].SequenceEqual(expected[8..40]);
    }
}
