using RealtimeTraining.Server.Media.Rtp;

namespace RealtimeTraining.Server.Tests.Media;

public sealed class RedundantFrameTests
{
    private const int Opus = 111;

    [Fact]
    public void CopiesAndOwnFrame_AreReadInTheirOrder()
    {
        var packet = Packets.Redundant(Opus, ([1, 2, 3], 1_920), ([4, 5], 960), ([6, 7, 8, 9], 0));

        var frames = RedundantFrame.Read(packet, Opus)!;

        Assert.Equal([1_920, 960, 0], frames.Select(frame => frame.TimeBefore));
        Assert.Equal(["123", "45", "6789"], frames.Select(frame => string.Concat(frame.Payload.ToArray())));
    }

    [Fact]
    public void WithoutCopies_OrWithEmptyOnes_ThereIsTheFrameAlone()
    {
        Assert.Equal([0], RedundantFrame.Read(Packets.Redundant(Opus, ([1], 0)), Opus)!.Select(frame => frame.TimeBefore));
        Assert.Equal([0], RedundantFrame.Read(Packets.Redundant(Opus, ([], 960), ([1], 0)), Opus)!.Select(frame => frame.TimeBefore));
    }

    [Fact]
    public void AnotherCodecInside_LengthsThatLie_AndNothing_AreRefused()
    {
        Assert.Null(RedundantFrame.Read(Packets.Redundant(Opus, ([1], 0)), 96));
        Assert.Null(RedundantFrame.Read(Packets.Redundant(96, ([1], 960), ([1], 0)), Opus));
        Assert.Null(RedundantFrame.Read(Array.Empty<byte>(), Opus));
        Assert.Null(RedundantFrame.Read(new byte[] { Opus }, Opus));
        Assert.Null(RedundantFrame.Read(new byte[] { 0x80 | Opus, 0, 0 }, Opus));
        Assert.Null(RedundantFrame.Read(new byte[] { 0x80 | Opus, 0x0F, 0x03, 0xFF, Opus, 1, 2 }, Opus));
        var tooMany = Enumerable.Range(0, RedundantFrame.MaxFrames).Select(n => (new byte[] { 1 }, 960 * (RedundantFrame.MaxFrames - n))).Append(([1], 0));
        Assert.Null(RedundantFrame.Read(Packets.Redundant(Opus, [.. tooMany]), Opus));
    }

    [Fact]
    public void Noise_NeverThrows_AndIsNeverLongerThanThePacket()
    {
        var noise = new Random(3);
        for (var n = 0; n < 20_000; n++)
        {
            var packet = new byte[noise.Next(0, 60)];
            noise.NextBytes(packet);
            for (var at = 0; at < packet.Length && at < 20; at += 4)
            {
                packet[at] = (byte)(noise.Next(2) << 7 | Opus);
            }
            var frames = RedundantFrame.Read(packet, Opus);
            Assert.InRange(frames?.Sum(frame => frame.Payload.Length) ?? 0, 0, packet.Length);
        }
    }
}
