using System.Threading.Channels;
using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Supervision;

/// <summary>
/// A call's log on its way to one supervisor's browser. One that cannot keep up loses its connection and nobody else's
/// events; it comes back and reads on from where it was.
/// </summary>
internal sealed class CallFeed(CallId callId, CallLog log, ISupervisionClient client, Action abort, TimeProvider time) : IAsyncDisposable
{
    /// <summary>A browser that takes nothing any more is not waited for, since others may be behind it.</summary>
    public static readonly TimeSpan FlushAtMost = TimeSpan.FromSeconds(1);

    private readonly Channel<CallEvent> _queue = Channel.CreateBounded<CallEvent>(2_000);
    private Task _pumping = Task.CompletedTask;

    /// <returns>What happened after a sequence number; everything later will be sent.</returns>
    public IReadOnlyList<CallEvent> Start(long lastSeq)
    {
        var missed = log.ReadFrom(lastSeq, Queue);
        _pumping = PumpAsync();
        return missed;
    }

    /// <summary>Lets what is queued go out, the end of the call among it.</summary>
    public async ValueTask DisposeAsync()
    {
        log.Leave(Queue);
        _queue.Writer.TryComplete();
        await _pumping.WaitAsync(FlushAtMost, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
            await client.Happened(callId, callEvent);
        }
    }
}
