using System.Buffers.Binary;
using System.Text;

namespace RealtimeTraining.Server.Media.Rtp;

/// <summary>What a compound RTCP packet said that is of use here (RFC 3550, 6.4).</summary>
/// <param name="SenderTime">The middle 32 bits of a sender report's NTP time; null where there was none.</param>
/// <param name="EchoedTime">LSR of the block about this side's source; null where there was none or it was 0.</param>
/// <param name="EchoDelay">DLSR, in 1/65536 s.</param>
/// <param name="FractionLost">0-1, of the block about this side's source.</param>
public readonly record struct RtcpReading(uint? SenderTime, uint? EchoedTime, uint EchoDelay, double? FractionLost);

/// <summary>Reads and writes sender and receiver reports. Pure.</summary>
public static class Rtcp
{
    public const int MaxBytes = 1_500;
    private const int SenderReport = 200;
    private const int ReceiverReport = 201;
    private const int Description = 202;
    private const int BlockBytes = 24;

    /// <summary>False when a length lies or the first packet is no report.</summary>
    /// <param name="ownSsrc">Blocks about other sources are passed over.</param>
    public static bool TryRead(ReadOnlySpan<byte> compound, uint ownSsrc, out RtcpReading reading)
    {
        reading = default;
        if (compound.Length is < 8 or > MaxBytes || compound[1] is not (SenderReport or ReceiverReport))
        {
            return false;
        }
        while (compound.Length > 0)
        {
            if (compound.Length < 4 || compound[0] >> 6 != 2)
            {
                return false;
            }
            var length = (BinaryPrimitives.ReadUInt16BigEndian(compound[2..]) + 1) * 4;
            if (length > compound.Length || !TryReadOne(compound[..length], ownSsrc, ref reading))
            {
                return false;
            }
            compound = compound[length..];
        }
        return true;
    }

    /// <summary>A sender report with one block and the source's name. Gives its length.</summary>
    /// <param name="ntp">NTP time, 32.32.</param>
    /// <param name="about">Null before anything was received.</param>
    /// <param name="fractionLost">Since the last report, 0-1.</param>
    /// <param name="lastSenderTime">The middle 32 bits of the last report received; 0: none.</param>
    /// <param name="sinceLast">How long ago that was, in 1/65536 s.</param>
    public static int WriteSenderReport(
        Span<byte> into, VoiceSender sender, ulong ntp, ReceptionReport? about, double fractionLost, uint lastSenderTime, uint sinceLast)
    {
        var at = 28;
        BinaryPrimitives.WriteUInt32BigEndian(into[4..], sender.Ssrc);
        BinaryPrimitives.WriteUInt64BigEndian(into[8..], ntp);
        BinaryPrimitives.WriteUInt32BigEndian(into[16..], sender.Timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(into[20..], (uint)sender.Packets);
        BinaryPrimitives.WriteUInt32BigEndian(into[24..], (uint)sender.PayloadBytes);
        if (about is { } report)
        {
            WriteBlock(into[at..], report, fractionLost, lastSenderTime, sinceLast);
            at += BlockBytes;
        }
        Head(into, about is null ? 0 : 1, SenderReport, at);
        return at + WriteName(into[at..], sender.Ssrc);
    }

    private static bool TryReadOne(ReadOnlySpan<byte> packet, uint ownSsrc, ref RtcpReading reading)
    {
        var type = packet[1];
        if (type is not (SenderReport or ReceiverReport))
        {
            return true;
        }
        var blocks = type == SenderReport ? 28 : 8;
        var count = packet[0] & 0x1F;
        if (packet.Length < blocks + count * BlockBytes)
        {
            return false;
        }
        if (type == SenderReport)
        {
            reading = reading with { SenderTime = BinaryPrimitives.ReadUInt32BigEndian(packet[10..]) };
        }
        for (var i = 0; i < count; i++)
        {
            var block = packet[(blocks + i * BlockBytes)..];
            if (BinaryPrimitives.ReadUInt32BigEndian(block) == ownSsrc)
            {
                var echoed = BinaryPrimitives.ReadUInt32BigEndian(block[16..]);
                reading = reading with
                {
                    FractionLost = block[4] / 256d,
                    EchoedTime = echoed == 0 ? null : echoed,
                    EchoDelay = BinaryPrimitives.ReadUInt32BigEndian(block[20..]),
                };
            }
        }
        return true;
    }

    private static void WriteBlock(Span<byte> into, ReceptionReport report, double fractionLost, uint lastSenderTime, uint sinceLast)
    {
        BinaryPrimitives.WriteUInt32BigEndian(into, report.Ssrc);
        BinaryPrimitives.WriteUInt32BigEndian(into[4..], (uint)Math.Min(report.Lost, 0x7F_FFFF));
        into[4] = (byte)Math.Clamp(fractionLost * 256, 0, 255);
        BinaryPrimitives.WriteUInt32BigEndian(into[8..], (uint)report.Newest);
        BinaryPrimitives.WriteUInt32BigEndian(into[12..], report.Jitter);
        BinaryPrimitives.WriteUInt32BigEndian(into[16..], lastSenderTime);
        BinaryPrimitives.WriteUInt32BigEndian(into[20..], sinceLast);
    }

    // SDES with a CNAME, which every compound packet has to carry. It names nobody.
    private static int WriteName(Span<byte> into, uint ssrc)
    {
        var name = Encoding.ASCII.GetBytes($"{ssrc:x8}");
        into[..20].Clear();
        BinaryPrimitives.WriteUInt32BigEndian(into[4..], ssrc);
        into[8] = 1;
        into[9] = (byte)name.Length;
        name.CopyTo(into[10..]);
        Head(into, 1, Description, 20);
        return 20;
    }

    private static void Head(Span<byte> into, int count, int type, int bytes)
    {
        into[0] = (byte)((2 << 6) | count);
        into[1] = (byte)type;
        BinaryPrimitives.WriteUInt16BigEndian(into[2..], (ushort)(bytes / 4 - 1));
    }
}
