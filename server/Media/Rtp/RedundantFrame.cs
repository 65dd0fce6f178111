using System.Buffers.Binary;

namespace RealtimeTraining.Server.Media.Rtp;

/// <summary>
/// One frame of a packet that carries copies of the frames before its own (RFC 2198), so that a packet that is lost on its
/// way costs nothing: the next one brings its sound whole.
/// </summary>
/// <param name="TimeBefore">How much earlier it begins than the packet's own frame, in units of the codec's clock; 0: it is that.</param>
public readonly record struct RedundantFrame(int TimeBefore, ReadOnlyMemory<byte> Payload)
{
    /// <summary>More than any browser sends.</summary>
    public const int MaxFrames = 8;
    private const int CopyHeaderBytes = 4;

    /// <summary>The packet's frames, its own last. Copies without sound are left out.</summary>
    /// <param name="payloadType">Of the only codec that may be inside.</param>
    /// <returns>Null: lengths that lie, another codec, no frame of its own.</returns>
    public static IReadOnlyList<RedundantFrame>? Read(ReadOnlyMemory<byte> packet, int payloadType)
    {
        var headers = new List<(int TimeBefore, int Length)>();
        var bytes = packet.Span;
        var at = 0;
        // F 1 bit, payload type 7, time before 14, length 10; the last header has only the first byte.
        for (; at < bytes.Length && (bytes[at] & 0x80) != 0; at += CopyHeaderBytes)
        {
            if (headers.Count == MaxFrames - 1 || bytes.Length - at < CopyHeaderBytes || (bytes[at] & 0x7F) != payloadType)
            {
                return null;
            }
            var rest = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]) & 0xFFFFFF;
            headers.Add(((int)(rest >> 10), (int)(rest & 0x3FF)));
        }
        if (at >= bytes.Length || bytes[at] != payloadType)
        {
            return null;
        }
        at++;
        var frames = new List<RedundantFrame>();
        foreach (var (timeBefore, length) in headers)
        {
            if (length >= bytes.Length - at)
            {
                return null;
            }
            if (length > 0 && timeBefore > 0)
            {
                frames.Add(new RedundantFrame(timeBefore, packet.Slice(at, length)));
            }
            at += length;
        }
        return at < bytes.Length ? [.. frames, new RedundantFrame(0, packet[at..])] : null;
    }
}
