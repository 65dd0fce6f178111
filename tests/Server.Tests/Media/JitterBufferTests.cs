using RealtimeTraining.Server.Media.Rtp;

namespace RealtimeTraining.Server.Tests.Media;

public sealed class JitterBufferTests
{
    private const int Clock = 48_000;
    private readonly JitterBuffer _buffer = new(Clock);

    [Fact]
    public void InOrder_PassesAtOnce()
    {
        for (var n = 0; n < 100; n++)
        {
            Add(n, nowMs: n * 20);
            Assert.Equal([n], Taken(n * 20));
        }
        Assert.Equal((0, 0d), (_buffer.Lost, _buffer.JitterMs));
    }

    [Fact]
    public void Overtaken_ComesInItsPlace()
    {
        Add(0, 0);
        Add(2, 21);
        Assert.Equal([0], Taken(21));
        Add(1, 25);
        Assert.Equal([1, 2], Taken(25));
        Assert.Equal(0, _buffer.Lost);
    }

    [Fact]
    public void Missing_IsWaitedFor_ThenGivenUpWithWhatFollows()
    {
        Add(0, 0);
        Add(2, 40);
        Taken(40);
        Assert.Empty(Taken(40 + JitterBuffer.MinWaitMs - 1));
        Assert.True(_buffer.TryTake(40 + _buffer.WaitMs, out var lost));
        Assert.Equal((1, true, false), (lost.Lost, lost.Payload.IsEmpty, lost.Following.IsEmpty));
        Assert.Equal([2], Taken(40 + _buffer.WaitMs));
        Assert.Equal(1, _buffer.Lost);
    }

    [Fact]
    public void TooLate_IsCounted_AndTheWaitGrows()
    {
        Add(0, 0);
        Add(2, 40);
        Taken(40);
        Taken(40 + _buffer.WaitMs);
        var before = _buffer.WaitMs;

        Assert.False(Add(1, 90));
        Assert.Equal(1, _buffer.Late);
        Assert.True(_buffer.WaitMs > before);
        Assert.InRange(_buffer.WaitMs, JitterBuffer.MinWaitMs, JitterBuffer.MaxWaitMs);
    }

    [Fact]
    public void Copy_TakesThePlaceOfALostPacket_AtOnce_AndNothingIsLostOrLate()
    {
        Add(0, 0);
        Taken(0);
        Add(2, 40);
        _buffer.AddCopy(1, 960, new byte[] { 1 }, 40);
        Assert.Equal([1, 2], Taken(40));

        // The packet itself was only overtaken.
        Assert.False(Add(1, 45));
        Assert.Equal((0, 0, JitterBuffer.MinWaitMs), (_buffer.Lost, _buffer.Late, _buffer.WaitMs - (int)(2 * _buffer.JitterMs)));
    }

    [Fact]
    public void Copy_OfWhatCame_OrOfWhatWasBeforeTheFirst_ChangesNothing()
    {
        _buffer.AddCopy(4, 4 * 960, new byte[] { 9 }, 0);
        Add(5, 0);
        _buffer.AddCopy(4, 4 * 960, new byte[] { 9 }, 0);
        Assert.Equal([5], Taken(0));
        Add(6, 20);
        _buffer.AddCopy(5, 5 * 960, new byte[] { 9 }, 20);
        _buffer.AddCopy(6, 6 * 960, new byte[] { 9 }, 20);
        Assert.Equal([6], Taken(20));
    }

    [Fact]
    public void Repeated_IsTakenOnce()
    {
        Add(0, 0);
        Add(2, 40);
        Assert.False(Add(2, 41));
        Assert.False(Add(0, 41) && Taken(41).Count > 1);
    }

    [Fact]
    public void NothingIsMadeUp_WhenNothingMoreCame()
    {
        Add(0, 0);
        Taken(0);
        Assert.Empty(Taken(60_000));
        Assert.Equal(0, _buffer.Lost);
    }

    [Fact]
    public void JitterOfTheNetwork_IsMeasured_AndBounded()
    {
        var random = new Random(5);
        for (var n = 0; n < 500; n++)
        {
            Add(n, n * 20 + random.Next(0, 41));
            Taken(n * 20 + 41);
        }
        // Uniform over 40 ms: the mean difference of two is a third of it.
        Assert.InRange(_buffer.JitterMs, 8, 20);
        Assert.InRange(_buffer.WaitMs, 36, JitterBuffer.MaxWaitMs);
    }

    [Fact]
    public void Flood_IsBounded()
    {
        Add(0, 0);
        for (var n = 2; n < 5_000; n++)
        {
            Add(n, 1);
            _ = Taken(1);
            Assert.InRange(_buffer.Held, 0, JitterBuffer.MaxHeld);
        }
    }

    private bool Add(int n, long nowMs) => _buffer.Add(n, n * 960, new byte[] { (byte)n }, nowMs);

    // The packets that came; places given up are left out.
    private List<int> Taken(long nowMs)
    {
        var taken = new List<int>();
        while (_buffer.TryTake(nowMs, out var packet))
        {
            if (packet.Lost == 0)
            {
                taken.Add((int)(packet.Time / 960));
            }
        }
        return taken;
    }
}
