using RealtimeTraining.Server.Media.Rtp;

namespace RealtimeTraining.Server.Tests.Media;

public sealed class RtpPacketTests
{
    [Fact]
    public void WrittenPacket_IsReadBack()
    {
        var bytes = Packets.Rtp(sequence: 65_535, timestamp: uint.MaxValue, ssrc: 7, payload: [1, 2, 3], marker: true);

        Assert.True(RtpPacket.TryRead(bytes, out var packet));
        Assert.Equal((111, true, (ushort)65_535, uint.MaxValue, 7u), (packet.PayloadType, packet.Marker, packet.Sequence, packet.Timestamp, packet.Ssrc));
        Assert.Equal([1, 2, 3], packet.Payload.ToArray());
    }

    [Fact]
    public void SourcesExtensionAndPadding_AreNotPayload()
    {
        byte[] bytes =
        [
            0x80 | 0x20 | 0x10 | 2, 111, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, // padding, extension, two contributing sources
            0, 0, 0, 4, 0, 0, 0, 5,
            0xBE, 0xDE, 0, 1, 9, 9, 9, 9,
            42, 43,
            0, 0, 3,
        ];

        Assert.True(RtpPacket.TryRead(bytes, out var packet));
        Assert.Equal([42, 43], packet.Payload.ToArray());
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 0x80, 111, 0, 1, 0, 0, 0, 2, 0, 0, 0 })]                                       // cut off
    [InlineData(new byte[] { 0x80, 111, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3 })]                                    // no payload
    [InlineData(new byte[] { 0x40, 111, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 42 })]                                // version 1
    [InlineData(new byte[] { 0x8F, 111, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 42 })]                                // 15 sources that are not there
    [InlineData(new byte[] { 0x90, 111, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0xBE, 0xDE, 0xFF, 0xFF, 42 })]         // an extension longer than the packet
    [InlineData(new byte[] { 0x90, 111, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0xBE })]                              // half an extension
    [InlineData(new byte[] { 0xA0, 111, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 42, 0 })]                             // no padding where some was promised
    [InlineData(new byte[] { 0xA0, 111, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 42, 200 })]                           // more padding than packet
    public void Malformed_IsRefused(byte[] bytes) => Assert.False(RtpPacket.TryRead(bytes, out _));

    [Fact]
    public void HugeExtension_IsRefused_ThoughItFits()
    {
        var bytes = new byte[1_400];
        Packets.Rtp(1, 1, 1, [1]).AsSpan(0, 12).CopyTo(bytes);
        bytes[0] |= 0x10;
        bytes[14] = 1;
        bytes[15] = 0; // 256 words

        Assert.False(RtpPacket.TryRead(bytes, out _));
    }

    [Fact]
    public void TooLong_IsRefused() => Assert.False(RtpPacket.TryRead(Packets.Rtp(1, 1, 1, new byte[RtpPacket.MaxBytes]), out _));

    [Fact]
    public void Noise_NeverThrows()
    {
        var random = new Random(3);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(0, 80)];
            random.NextBytes(bytes);
            RtpPacket.TryRead(bytes, out _);
            Rtcp.TryRead(bytes, 1, out _);
        }
    }
}
