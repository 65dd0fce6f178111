using RealtimeTraining.Server.Media.Rtp;

namespace RealtimeTraining.Server.Tests.Media;

internal static class Packets
{
    public static byte[] Rtp(ushort sequence, uint timestamp, uint ssrc, byte[] payload, bool marker = false, int payloadType = 111)
    {
        var bytes = new byte[RtpPacket.HeaderBytes + payload.Length];
        RtpPacket.WriteHeader(bytes, payloadType, marker, sequence, timestamp, ssrc);
        payload.CopyTo(bytes, RtpPacket.HeaderBytes);
        return bytes;
    }

    /// <summary>A payload with copies of earlier frames in front of its own (RFC 2198).</summary>
    public static byte[] Redundant(int payloadType, params (byte[] Frame, int TimeBefore)[] frames) =>
    [
        .. frames[..^1].SelectMany(copy => new[]
        {
            (byte)(0x80 | payloadType), (byte)(copy.TimeBefore >> 6), (byte)(copy.TimeBefore << 2 | copy.Frame.Length >> 8), (byte)copy.Frame.Length,
        }),
        (byte)payloadType,
        .. frames.SelectMany(frame => frame.Frame),
    ];

    /// <summary>As Chromium writes it, shortened.</summary>
    public const string Offer = """
        v=0
        o=- 4611731400430051336 2 IN IP4 127.0.0.1
        s=-
        t=0 0
        a=group:BUNDLE 0
        a=extmap-allow-mixed
        a=msid-semantic: WMS
        m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126
        c=IN IP4 0.0.0.0
        a=rtcp:9 IN IP4 0.0.0.0
        a=ice-ufrag:OyOe
        a=ice-pwd:Jv3bVn5qsB5pF5l0QH1rZy0T
        a=ice-options:trickle
        a=fingerprint:sha-256 0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9:0A:1B:2C:3D:4E:5F:60:71:82:93:A4:B5:C6:D7:E8:F9
        a=setup:actpass
        a=mid:0
        a=sendrecv
        a=rtcp-mux
        a=rtpmap:111 opus/48000/2
        a=rtcp-fb:111 transport-cc
        a=fmtp:111 minptime=10;useinbandfec=1
        a=rtpmap:63 red/48000/2
        a=fmtp:63 111/111
        a=rtpmap:9 G722/8000
        a=rtpmap:0 PCMU/8000
        a=rtpmap:8 PCMA/8000
        a=rtpmap:13 CN/8000
        a=rtpmap:110 telephone-event/48000
        a=rtpmap:126 telephone-event/8000
        a=ssrc:3735928559 cname:abc

        """;
}
