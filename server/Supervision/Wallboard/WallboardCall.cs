using System.Collections.Concurrent;
using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Supervision;

/// <summary>One live call behind its row: takes events as they happen, and folds them when the wallboard's clock ticks.</summary>
internal sealed class WallboardCall : IDisposable
{
    private readonly ConcurrentQueue<CallEvent> _events = new();
    private readonly CallSession _session;
    private readonly WallboardFold _fold;

    public WallboardCall(CallSession session, WallboardFold fold)
    {
        (_session, _fold) = (session, fold);
        foreach (var callEvent in session.Log.ReadFrom(0, _events.Enqueue))
        {
            fold.Take(callEvent);
        }
        Row = fold.RowAt(session.NowMs);
    }

    public CallId Id => _session.Id;

    public Guid TenantId => _session.Owner.TenantId;

    /// <summary>As of the last <see cref="Refresh"/>.</summary>
    public WallboardRow Row { get; private set; }

    public bool HasEnded => _fold.HasEnded;

    /// <summary>True when the row says something else than before. One caller at a time.</summary>
    public bool Refresh()
    {
        while (_events.TryDequeue(out var callEvent))
        {
            _fold.Take(callEvent);
        }
        if (!_fold.HasChangedAt(_session.NowMs))
        {
            return false;
        }
        Row = _fold.RowAt(_session.NowMs);
        return true;
    }

    public void Dispose() => _session.Log.Leave(_events.Enqueue);
}
