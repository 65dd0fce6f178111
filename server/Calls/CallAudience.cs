using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;

namespace RealtimeTraining.Server.Calls;

/// <param name="UserId">The trainee whose call it is.</param>
public sealed record CallOwner(Guid TenantId, Guid UserId, string DisplayName);

/// <summary>
/// The browsers that follow a call. Each has its own bounded queue and pump: a slow one loses its own connection and
/// nobody else's events, and gets the rest when it comes back.
/// </summary>
public sealed class CallAudience(CallLog log, IHubContext<CallHub, ICallClient> hub) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Follower> _followers = [];

    /// <summary>The connection that carries the trainee's voice; null while the browser is away.</summary>
    public string? Trainee { get; private set; }

    /// <summary>The trainee's browser comes, or comes back, or takes over from another window.</summary>
    /// <param name="abort">Closes the connection when its browser cannot keep up.</param>
    /// <returns>What happened after <paramref name="lastSeq"/>; everything later will be sent.</returns>
    public async Task<IReadOnlyList<CallEvent>> JoinTraineeAsync(string connectionId, long lastSeq, Action abort)
    {
        Follower? before;
        lock (_lock)
        {
            before = _followers.Find(follower => follower.ConnectionId == Trainee);
            Trainee = connectionId;
        }
        if (before is not null && before.ConnectionId != connectionId)
        {
            await hub.Clients.Client(before.ConnectionId)
                .Happened(new NoticeShown("takenOver", "This call goes on in another window."));
        }
        if (before is not null)
        {
            await LeaveAsync(before.ConnectionId, keepTrainee: true);
        }
        var follower = new Follower(connectionId, hub.Clients.Client(connectionId), log, abort);
        lock (_lock)
        {
            _followers.Add(follower);
        }
        return follower.Start(lastSeq);
    }

    /// <summary>True when the one that left was the trainee.</summary>
    public async Task<bool> LeaveAsync(string connectionId, bool keepTrainee = false)
    {
        Follower? follower;
        var wasTrainee = false;
        lock (_lock)
        {
            follower = _followers.Find(candidate => candidate.ConnectionId == connectionId);
            if (follower is not null)
            {
                _followers.Remove(follower);
            }
            if (Trainee == connectionId && !keepTrainee)
            {
                Trainee = null;
                wasTrainee = true;
            }
        }
        if (follower is not null)
        {
            await follower.DisposeAsync();
        }
        return wasTrainee;
    }

    public async ValueTask DisposeAsync()
    {
        Follower[] followers;
        lock (_lock)
        {
            followers = [.. _followers];
            _followers.Clear();
        }
        foreach (var follower in followers)
        {
            await follower.DisposeAsync();
        }
    }

    private sealed class Follower(string connectionId, ICallClient client, CallLog log, Action abort) : IAsyncDisposable
    {
        private readonly Channel<CallEvent> _queue = Channel.CreateBounded<CallEvent>(2_000);
        private Task _pumping = Task.CompletedTask;

        public string ConnectionId => connectionId;

        public IReadOnlyList<CallEvent> Start(long lastSeq)
        {
            var missed = log.ReadFrom(lastSeq, Queue);
            _pumping = PumpAsync();
            return [.. missed.Select(callEvent => callEvent.ForTrainee())];
        }

        /// <summary>Lets what is queued go out, the end of the call among it.</summary>
        public async ValueTask DisposeAsync()
        {
            log.Leave(Queue);
            _queue.Writer.TryComplete();
            await _pumping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        private void Queue(CallEvent callEvent)
        {
            if (!_queue.Writer.TryWrite(callEvent) && callEvent.IsKept)
            {
                abort();
            }
        }

        private async Task PumpAsync()
        {
            await foreach (var callEvent in _queue.Reader.ReadAllAsync())
            {
                if (callEvent is UtteranceCutOff cut)
                {
                    await client.FlushAudio(cut.Utterance);
                }
                await client.Happened(callEvent.ForTrainee());
            }
        }
    }
}
