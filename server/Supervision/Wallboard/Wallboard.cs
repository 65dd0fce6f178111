using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Feedback;

namespace RealtimeTraining.Server.Supervision;

/// <summary>
/// All live calls of this server, each tenant's for its own supervisors. Looks four times a second what has changed, so
/// that no call is told of more often. Singleton, thread-safe.
/// </summary>
public sealed partial class Wallboard : ICallFollower, IDisposable
{
    public static readonly TimeSpan UpdateEvery = TimeSpan.FromMilliseconds(250);
    private readonly ConcurrentDictionary<CallId, WallboardCall> _calls = new();
    private readonly ConcurrentDictionary<string, WallboardWatcher> _watchers = new();
    private readonly IHubContext<SupervisionHub, ISupervisionClient> _hub;
    private readonly IUtteranceAnalysis _analysis;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private int _updating;

    public Wallboard(IHubContext<SupervisionHub, ISupervisionClient> hub, IUtteranceAnalysis analysis, TimeProvider time, ILogger<Wallboard> logger)
    {
        (_hub, _analysis, _logger) = (hub, analysis, logger);
        _timer = time.CreateTimer(_ => Update(), null, UpdateEvery, UpdateEvery);
    }

    public void Began(CallSession session)
    {
        var call = new WallboardCall(session, new WallboardFold(
            session.Id, session.Owner.DisplayName, session.Scenario, session.Scenario.Difficulty, _analysis));
        _calls[session.Id] = call;
        Tell(call, watcher => watcher.Changed(call.Id));
    }

    public void Ended(CallSession session)
    {
        if (_calls.TryRemove(session.Id, out var call))
        {
            call.Dispose();
            Tell(call, watcher => watcher.Gone(call.Id));
        }
    }

    /// <summary>This connection is told of every change from now on.</summary>
    /// <returns>Every live call of the tenant.</returns>
    public IReadOnlyList<WallboardRow> Watch(string connectionId, Guid tenantId)
    {
        _watchers[connectionId] = new WallboardWatcher(connectionId, tenantId, _hub.Clients.Client(connectionId));
        return [.. _calls.Values.Where(call => call.TenantId == tenantId && !call.HasEnded).Select(call => call.Row)];
    }

    public void Unwatch(string connectionId) => _watchers.TryRemove(connectionId, out _);

    public void Dispose()
    {
        _timer.Dispose();
        foreach (var call in _calls.Values)
        {
            call.Dispose();
        }
    }

    private void Update()
    {
        // A tick that takes longer than a quarter of a second is not met by the next one.
        if (Interlocked.Exchange(ref _updating, 1) == 1)
        {
            return;
        }
        try
        {
            foreach (var call in _calls.Values)
            {
                Refresh(call);
            }
            foreach (var watcher in _watchers.Values)
            {
                watcher.Send(id => _calls.TryGetValue(id, out var call) && !call.HasEnded ? call.Row : null);
            }
        }
        finally
        {
            Volatile.Write(ref _updating, 0);
        }
    }

    private void Refresh(WallboardCall call)
    {
        try
        {
            if (call.Refresh())
            {
                Tell(call, call.HasEnded ? watcher => watcher.Gone(call.Id) : watcher => watcher.Changed(call.Id));
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // One call that cannot be read must not take the board with it, nor the server: this is a timer's thread.
            LogNotRead(_logger, call.Id, exception);
        }
    }

    private void Tell(WallboardCall call, Action<WallboardWatcher> what)
    {
        foreach (var watcher in _watchers.Values.Where(watcher => watcher.TenantId == call.TenantId))
        {
            what(watcher);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Call {CallId} could not be brought up to date on the wallboard.")]
    private static partial void LogNotRead(ILogger logger, CallId callId, Exception exception);
}
