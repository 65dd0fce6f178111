using System.Buffers.Binary;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Reviews;

/// <summary>The 44 bytes before 16 kHz 16-bit samples that make them a WAV file (Microsoft and IBM, Multimedia Programming Interface 1.0, 1991).</summary>
public static class WavHead
{
    public const int Bytes = 44;

    /// <param name="dataBytes">Of the samples of all channels.</param>
    public static byte[] Of(int channels, long dataBytes)
    {
        var head = new byte[Bytes];
        var frame = channels * Pcm.BytesPerSample;
        var length = (uint)Math.Min(dataBytes, uint.MaxValue - Bytes);
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(4), Bytes - 8 + length);
        "WAVEfmt "u8.CopyTo(head.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(22), (short)channels);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(24), AudioFormat.SampleRateHz);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(28), AudioFormat.SampleRateHz * frame);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(32), (short)frame);
        BinaryPrimitives.WriteInt16LittleEndian(head.AsSpan(34), 16);
        "data"u8.CopyTo(head.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(40), length);
        return head;
    }
}
