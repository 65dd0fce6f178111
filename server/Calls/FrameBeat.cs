using System.Collections.Immutable;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// The beat of a frame, 20 ms, for all calls together: one timer that runs while anybody goes by it, instead of several for
/// each call. A beat that takes longer than a frame is not met by the next one, so whoever goes by it reads the clock.
/// Thread-safe.
/// </summary>
public sealed partial class FrameBeat(TimeProvider time, ILogger<FrameBeat> logger) : IDisposable
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(AudioFormat.FrameMs);
    private readonly Lock _lock = new();
    private ImmutableArray<Member> _members = [];
    private ITimer? _timer;
    private int _beating;

    /// <param name="what">Done on every beat, one member after the other, so it must not wait. A last time may still be under way after leaving.</param>
    /// <returns>Leaves when disposed.</returns>
    public IDisposable Join(Action what)
    {
        var member = new Member(this, what);
        lock (_lock)
        {
            _members = _members.Add(member);
            _timer ??= time.CreateTimer(_ => Beat(), null, Frame, Frame);
        }
        return member;
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _members = [];
            _timer?.Dispose();
            _timer = null;
        }
    }

    private void Leave(Member member)
    {
        lock (_lock)
        {
            _members = _members.Remove(member);
            if (_members.IsEmpty)
            {
                _timer?.Dispose();
                _timer = null;
            }
        }
    }

    private void Beat()
    {
        if (Interlocked.Exchange(ref _beating, 1) == 1)
        {
            return;
        }
        try
        {
            foreach (var member in _members)
            {
                Tell(member);
            }
        }
        finally
        {
            Volatile.Write(ref _beating, 0);
        }
    }

    private void Tell(Member member)
    {
        try
        {
            member.What();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // One call that fails must not take the others' beat with it.
            LogFailed(logger, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A call failed in its beat; the calls go on.")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    private sealed class Member(FrameBeat beat, Action what) : IDisposable
    {
        public Action What => what;

        public void Dispose() => beat.Leave(this);
    }
}
