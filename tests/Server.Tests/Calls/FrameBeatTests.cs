using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Calls;

public sealed class FrameBeatTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void EveryMember_IsToldOnceAFrame_UntilItLeaves()
    {
        using var beat = new FrameBeat(_time, NullLogger<FrameBeat>.Instance);
        var (one, other) = (0, 0);
        using var stays = beat.Join(() => one++);
        var leaves = beat.Join(() => other++);

        _time.AdvanceMs(100);
        leaves.Dispose();
        _time.AdvanceMs(100);

        Assert.Equal((10, 5), (one, other));
    }

    [Fact]
    public void BeatThatEverybodyLeft_BeginsAgainWithTheNext()
    {
        using var beat = new FrameBeat(_time, NullLogger<FrameBeat>.Instance);
        var told = 0;
        beat.Join(() => told++).Dispose();
        _time.AdvanceMs(100);
        Assert.Equal(0, told);

        using var member = beat.Join(() => told++);
        _time.AdvanceMs(100);

        Assert.Equal(5, told);
    }

    [Fact]
    public void MemberThatFails_IsLogged_AndTheOthersAreTold()
    {
        using var logs = new CapturedLog();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(logs));
        using var beat = new FrameBeat(_time, factory.CreateLogger<FrameBeat>());
        var told = 0;
        using var broken = beat.Join(() => throw new InvalidOperationException("broken"));
        using var well = beat.Join(() => told++);

        _time.AdvanceMs(60);

        Assert.Equal(3, told);
        Assert.Contains(logs.Lines, line => line.Level == LogLevel.Error && line.Text.StartsWith("A call failed in its beat", StringComparison.Ordinal));
    }

    [Fact]
    public void BeatWithinABeat_IsLeftOut()
    {
        using var beat = new FrameBeat(_time, NullLogger<FrameBeat>.Instance);
        var told = 0;
        using var slow = beat.Join(() =>
        {
            told++;
            // The next is due while this one is still at it.
            if (told == 1)
            {
                _time.AdvanceMs(20);
            }
        });

        _time.AdvanceMs(20);

        Assert.Equal(1, told);
    }
}
