namespace RealtimeTraining.Models.Tests.Catalogue;

/// <summary>A clock on which short waits are over at once, and are written down, and long ones only when the test says so.</summary>
internal sealed class ImpatientClock(TimeSpan longFrom) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _long = [];
    private readonly List<TimeSpan> _waits = [];

    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_gate)
            {
                return [.. _waits];
            }
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>All long waits that run now are over.</summary>
    public void EndLongWaits()
    {
        Timer[] due;
        lock (_gate)
        {
            due = [.. _long];
            _long.Clear();
        }
        foreach (var timer in due)
        {
            timer.Fire();
        }
    }

    private sealed class Timer(ImpatientClock clock, TimerCallback callback, object? state) : ITimer
    {
        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._long.Remove(this);
                if (dueTime >= clock.LongFrom)
                {
                    clock._long.Add(this);
                }
                else if (dueTime >= TimeSpan.Zero)
                {
                    clock._waits.Add(dueTime);
                    ThreadPool.UnsafeQueueUserWorkItem(timer => timer.Fire(), this, preferLocal: false);
                }
            }
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private TimeSpan LongFrom => longFrom;
}
