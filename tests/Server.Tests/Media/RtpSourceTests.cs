using RealtimeTraining.Server.Media.Rtp;

namespace RealtimeTraining.Server.Tests.Media;

public sealed class RtpSourceTests
{
    private readonly RtpSource _source = new(48_000);

    [Fact]
    public void Wraps_AreCountedOn()
    {
        Assert.Equal((65_534, 0), Place(65_534, uint.MaxValue - 959));
        Assert.Equal((65_535, 960), Place(65_535, 0));
        Assert.Equal((65_536, 1_920), Place(0, 960));
        Assert.Equal((65_535, 960), Place(65_535, 0));
    }

    [Fact]
    public void AnotherSource_IsRefused()
    {
        Place(1, 0);
        Assert.Null(Place(2, 960, ssrc: 8));
        Assert.NotNull(Place(2, 960));
    }

    [Fact]
    public void FarAheadOrBehind_IsRefused_UntilTwoFollowEachOther()
    {
        Place(1_000, 0);
        Assert.Null(Place(20_000, 960));
        Assert.Null(Place(500, 960));
        Assert.Equal((1_001, 960), Place(1_001, 960));
        Assert.Null(Place(20_000, 5_000));
        Assert.Equal((1_002, 1_920), Place(20_001, 5_960));
        Assert.Equal((1_003, 2_880), Place(20_002, 6_920));
    }

    [Fact]
    public void TimestampFromAnotherTime_IsRefused()
    {
        Place(1, 0);
        Assert.Null(Place(2, 48_000 * 120));
        Assert.Null(Place(2, unchecked((uint)-9_600)));
        Assert.NotNull(Place(2, 960));
    }

    private (long, long)? Place(ushort sequence, uint timestamp, uint ssrc = 7) =>
        _source.TryPlace(new RtpPacket(111, false, sequence, timestamp, ssrc, new byte[1]), out var place, out var time) ? (place, time) : null;
}
