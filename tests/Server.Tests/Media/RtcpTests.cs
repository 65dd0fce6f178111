using RealtimeTraining.Server.Media.Rtp;
using RealtimeTraining.Server.Media.Sdp;

namespace RealtimeTraining.Server.Tests.Media;

public sealed class RtcpTests
{
    [Fact]
    public void Report_IsReadBack_ByTheOneItIsAbout()
    {
        using var sender = new VoiceSender(new AudioCodec(AudioCodecKind.Pcmu, 0));
        sender.Packet(new short[320]);
        var bytes = new byte[128];
        var length = Rtcp.WriteSenderReport(bytes, sender, 0x1122_3344_5566_7788, new ReceptionReport(77, 1_000, 900, 100, 5), 0.25, 0xAABB_CCDD, 6_554);

        Assert.True(Rtcp.TryRead(bytes.AsSpan(0, length), 77, out var reading));
        Assert.Equal(new RtcpReading(0x3344_5566, 0xAABB_CCDD, 6_554, 0.25), reading);
        Assert.True(Rtcp.TryRead(bytes.AsSpan(0, length), 78, out var others));
        Assert.Equal(new RtcpReading(0x3344_5566, null, 0, null), others);
    }

    [Fact]
    public void LyingLengths_AreRefused()
    {
        using var sender = new VoiceSender(new AudioCodec(AudioCodecKind.Pcmu, 0));
        var bytes = new byte[128];
        var length = Rtcp.WriteSenderReport(bytes, sender, 1, new ReceptionReport(77, 1, 1, 0, 0), 0, 0, 0);

        for (var cut = 0; cut < length; cut++)
        {
            // Whole packets at the front may stand alone.
            Assert.Equal(cut is 52, Rtcp.TryRead(bytes.AsSpan(0, cut), 77, out _));
        }
        bytes[0] |= 0x1F;
        Assert.False(Rtcp.TryRead(bytes.AsSpan(0, length), 77, out _));
    }
}
