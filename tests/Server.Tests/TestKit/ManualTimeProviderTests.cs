using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.TestKit;

public sealed class ManualTimeProviderTests
{
    [Fact]
    public void Timers_FireInOrder_AtTheirTime()
    {
        var time = new ManualTimeProvider();
        var start = time.GetUtcNow();
        var fired = new List<(string Timer, double AtMs)>();
        void Note(object? name) => fired.Add(((string)name!, (time.GetUtcNow() - start).TotalMilliseconds));
        using var late = time.CreateTimer(Note, "late", TimeSpan.FromMilliseconds(50), Timeout.InfiniteTimeSpan);
        using var often = time.CreateTimer(Note, "often", TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(20));

        time.AdvanceMs(19);
        Assert.Empty(fired);
        time.AdvanceMs(41);

        Assert.Equal([("often", 20), ("often", 40), ("late", 50), ("often", 60)], fired);
    }

    [Fact]
    public async Task Delay_EndsWhenTheClockHasMoved()
    {
        var time = new ManualTimeProvider();
        var delay = Task.Delay(TimeSpan.FromSeconds(5), time);

        time.AdvanceMs(4999);
        Assert.False(delay.IsCompleted);
        time.AdvanceMs(1);

        await delay;
    }

    [Fact]
    public void DisposedTimer_StaysQuiet_AndATimerMayStopItself()
    {
        var time = new ManualTimeProvider();
        var fired = 0;
        ITimer? timer = null;
        timer = time.CreateTimer(_ => { fired++; timer!.Dispose(); }, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(1, fired);
    }

    [Fact]
    public void Timestamps_FollowTheClock()
    {
        var time = new ManualTimeProvider();
        var before = time.GetTimestamp();

        time.AdvanceMs(1500);

        Assert.Equal(1500, time.GetElapsedTime(before).TotalMilliseconds);
    }
}
