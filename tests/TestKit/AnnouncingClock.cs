using System.Threading.Channels;

namespace RealtimeTraining.TestKit;

/// <summary>A clock that stands still, and tells which waits begin, so that a test can end one once it has begun.</summary>
public sealed class AnnouncingClock : TimeProvider
{
    private readonly ManualTimeProvider clock = new();
    private readonly Channel<TimeSpan> begun = Channel.CreateUnbounded<TimeSpan>();

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = clock.CreateTimer(callback, state, dueTime, period);
        begun.Writer.TryWrite(dueTime);
        return timer;
    }

    public void Advance(TimeSpan by) => clock.Advance(by);

    public void AdvanceMs(int milliseconds) => clock.AdvanceMs(milliseconds);

    /// <summary>Waits for a wait that long to begin, and gives its length.</summary>
    public async Task<TimeSpan> BegunAsync(int fromMs, int toMs)
    {
        await foreach (var wait in begun.Reader.ReadAllAsync())
        {
            if (wait >= TimeSpan.FromMilliseconds(fromMs) && wait <= TimeSpan.FromMilliseconds(toMs))
            {
                return wait;
            }
        }
        throw new InvalidOperationException("Nobody waits any more.");
    }

    /// <summary>Lets a wait of that length pass as soon as it has begun.</summary>
    public async Task PassAsync(int fromMs, int toMs) => Advance(await BegunAsync(fromMs, toMs));
}
