using System.Buffers.Binary;

namespace RealtimeTraining.Server.Media.Rtp;

/// <summary>One RTP packet (RFC 3550, 5.1), its payload without padding.</summary>
/// <param name="Payload">Never empty.</param>
public readonly record struct RtpPacket(int PayloadType, bool Marker, ushort Sequence, uint Timestamp, uint Ssrc, ReadOnlyMemory<byte> Payload)
{
    public const int HeaderBytes = 12;
    public const int MaxBytes = 1_500;

    /// <summary>More than any header extension of a voice needs.</summary>
    public const int MaxExtensionBytes = 256;

    /// <summary>False for anything that is not a whole RTP packet: another version, lengths that lie, no payload.</summary>
    /// <param name="datagram">The payload is a part of it, not a copy.</param>
    public static bool TryRead(ReadOnlyMemory<byte> datagram, out RtpPacket packet)
    {
        packet = default;
        var bytes = datagram.Span;
        if (bytes.Length is < HeaderBytes or > MaxBytes || bytes[0] >> 6 != 2)
        {
            return false;
        }
        var start = HeaderBytes + (bytes[0] & 0x0F) * 4;
        if ((bytes[0] & 0x10) != 0 && !TrySkipExtension(bytes, ref start))
        {
            return false;
        }
        var end = bytes.Length;
        if ((bytes[0] & 0x20) != 0)
        {
            if (bytes[^1] == 0)
            {
                return false;
            }
            end -= bytes[^1];
        }
        if (start >= end)
        {
            return false;
        }
        packet = new RtpPacket(
            bytes[1] & 0x7F, (bytes[1] & 0x80) != 0, BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]), datagram[start..end]);
        return true;
    }

    /// <summary>Writes the fixed header; the payload follows it.</summary>
    public static void WriteHeader(Span<byte> into, int payloadType, bool marker, ushort sequence, uint timestamp, uint ssrc)
    {
        into[0] = 2 << 6;
        into[1] = (byte)(payloadType | (marker ? 0x80 : 0));
        BinaryPrimitives.WriteUInt16BigEndian(into[2..], sequence);
        BinaryPrimitives.WriteUInt32BigEndian(into[4..], timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(into[8..], ssrc);
    }

    private static bool TrySkipExtension(ReadOnlySpan<byte> bytes, ref int start)
    {
        if (start + 4 > bytes.Length)
        {
            return false;
        }
        var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(start + 2)..]) * 4;
        start += 4 + length;
        return length <= MaxExtensionBytes && start <= bytes.Length;
    }
}
