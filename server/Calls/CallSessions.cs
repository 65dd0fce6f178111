using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using RealtimeTraining.Server.Observability;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// All live calls of this server, and who may touch which. Admission is decided here, atomically, before a call
/// starts. Singleton.
/// </summary>
public sealed partial class CallSessions(
    CallFactory factory, CallCompletion completion, IHubContext<CallHub, ICallClient> hub, CallTelemetry telemetry,
    IEnumerable<ICallFollower> followers, ILogger<CallSessions> logger) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<CallId, CallSession> _sessions = new();
    private readonly ConcurrentDictionary<Guid, CallId> _byTrainee = new();
    private readonly ConcurrentDictionary<CallId, Task> _endings = new();
    private readonly ICallFollower[] _followers = [.. followers];
    private int _admitted;
    private volatile bool _closing;

    public IReadOnlyCollection<CallSession> Live => [.. _sessions.Values];

    public bool IsLive(CallId id) => _sessions.ContainsKey(id);

    public Task<CallSession> StartAsync(CallOwner owner, StartCall request, CancellationToken cancellationToken) =>
        AdmitAsync(CallId.New(), owner, (id, audience) => factory.StartAsync(id, owner, request, audience, cancellationToken));

    /// <summary>Takes an interrupted call up from its log.</summary>
    public Task<CallSession> ContinueAsync(CallOwner owner, CallId callId, CancellationToken cancellationToken) =>
        AdmitAsync(callId, owner, (id, audience) => factory.ContinueAsync(id, owner, audience, cancellationToken));

    /// <summary>The call, if it lives and belongs to this trainee; null where it is another's, another tenant's, ended, or none.</summary>
    public CallSession? TryFind(CallId id, Guid tenantId, Guid userId) =>
        _sessions.TryGetValue(id, out var session) && session.Owner.TenantId == tenantId && session.Owner.UserId == userId ? session : null;

    /// <summary>A browser has gone; the calls it was in wait for it.</summary>
    public async Task LeaveAsync(string connectionId)
    {
        foreach (var session in _sessions.Values)
        {
            if (await session.Audience.LeaveAsync(connectionId))
            {
                session.Gone();
            }
        }
    }

    /// <summary>Waits until the call that ends has been scored and stored.</summary>
    public Task WhenStoredAsync(CallId id) => _endings.TryGetValue(id, out var ending) ? ending : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _closing = true;
        foreach (var session in _sessions.Values)
        {
            session.Stop();
        }
        await Task.WhenAll(_endings.Values);
    }

    private async Task<CallSession> AdmitAsync(CallId id, CallOwner owner, Func<CallId, Func<CallLog, CallAudience>, Task<CallSession>> create)
    {
        if (_closing)
        {
            throw new CallError("serverStopping", "The server is being restarted. Try again in a minute.");
        }
        await UntilLastCallIsStoredAsync(owner);
        if (!_byTrainee.TryAdd(owner.UserId, id))
        {
            throw CallError.AlreadyRunning(_byTrainee.GetValueOrDefault(owner.UserId));
        }
        var running = Interlocked.Increment(ref _admitted);
        try
        {
            if (running > factory.Capacity)
            {
                throw CallError.TooMany(factory.Capacity);
            }
            var session = await create(id, log => new CallAudience(log, hub));
            _sessions[id] = session;
            Array.ForEach(_followers, follower => follower.Began(session));
            _endings[id] = EndAsync(session, new CallWatch(telemetry, session));
            return session;
        }
        catch
        {
            Interlocked.Decrement(ref _admitted);
            _byTrainee.TryRemove(owner.UserId, out _);
            throw;
        }
    }

    // "Try again" right after hanging up: the call that ended is still being scored and stored, which is no reason to refuse.
    private async Task UntilLastCallIsStoredAsync(CallOwner owner)
    {
        if (_byTrainee.TryGetValue(owner.UserId, out var last) && _sessions.TryGetValue(last, out var session) && session.Ended.IsCompleted)
        {
            await WhenStoredAsync(last);
        }
    }

    private async Task EndAsync(CallSession session, CallWatch watch)
    {
        var end = await session.Ended;
        try
        {
            // First the stages stop and the log is stored, so that the score rests on all of it.
            await session.DisposeAsync();
            await completion.CompleteAsync(session, end);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogNotCompleted(logger, session.Id, exception);
        }
        finally
        {
            _sessions.TryRemove(session.Id, out _);
            Array.ForEach(_followers, follower => follower.Ended(session));
            _byTrainee.TryRemove(session.Owner.UserId, out _);
            Interlocked.Decrement(ref _admitted);
            watch.Ended(end.Reason);
            _endings.TryRemove(session.Id, out _);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Call {CallId} ended but could not be scored and stored; it will be listed as interrupted.")]
    private static partial void LogNotCompleted(ILogger logger, CallId callId, Exception exception);
}
