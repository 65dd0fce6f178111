using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Supervision;

/// <summary>
/// One browser that shows the wallboard. What changed waits as a set of calls, so a slow browser gets fewer and later
/// updates of its own and none that is out of date. Thread-safe.
/// </summary>
internal sealed class WallboardWatcher(string connectionId, Guid tenantId, ISupervisionClient client)
{
    private readonly Lock _lock = new();
    private readonly HashSet<CallId> _changed = [];
    private readonly HashSet<CallId> _gone = [];
    private Task _sending = Task.CompletedTask;

    public string ConnectionId => connectionId;

    public Guid TenantId => tenantId;

    public void Changed(CallId call)
    {
        lock (_lock)
        {
            _changed.Add(call);
        }
    }

    public void Gone(CallId call)
    {
        lock (_lock)
        {
            _changed.Remove(call);
            _gone.Add(call);
        }
    }

    /// <summary>Sends what has changed, unless the last is still under way.</summary>
    public void Send(Func<CallId, WallboardRow?> rowOf)
    {
        lock (_lock)
        {
            if (!_sending.IsCompleted || _changed.Count + _gone.Count == 0)
            {
                return;
            }
            var rows = _changed.Select(rowOf).OfType<WallboardRow>().ToList();
            var update = new WallboardUpdate(rows, [.. _gone]);
            _changed.Clear();
            _gone.Clear();
            _sending = SendAsync(update);
        }
    }

    private async Task SendAsync(WallboardUpdate update)
    {
        try
        {
            await client.WallboardChanged(update);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The browser has gone; the hub takes it off the list.
        }
    }
}
