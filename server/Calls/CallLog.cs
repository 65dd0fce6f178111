namespace RealtimeTraining.Server.Calls;

/// <summary>
/// The one log of a call. Appending numbers and times an event, keeps it, and hands it to every reader in order.
/// Thread-safe. Readers are called under the log's lock and must only queue.
/// </summary>
public sealed class CallLog(CallClock clock)
{
    private readonly Lock _lock = new();
    private readonly List<CallEvent> _kept = [];
    private readonly List<Action<CallEvent>> _readers = [];

    public long LastSeq
    {
        get
        {
            lock (_lock)
            {
                return _kept.Count == 0 ? 0 : _kept[^1].Seq;
            }
        }
    }

    /// <summary>Takes over the events of an interrupted call.</summary>
    public void Load(IEnumerable<CallEvent> events)
    {
        lock (_lock)
        {
            _kept.AddRange(events);
        }
    }

    public CallEvent Append(CallEvent callEvent)
    {
        lock (_lock)
        {
            var last = _kept.Count == 0 ? 0 : _kept[^1].Seq;
            var numbered = callEvent with { Seq = callEvent.IsKept ? last + 1 : 0, AtMs = clock.NowMs };
            if (numbered.IsKept)
            {
                _kept.Add(numbered);
            }
            foreach (var reader in _readers)
            {
                reader(numbered);
            }
            return numbered;
        }
    }

    /// <summary>Gives what came after <paramref name="seq"/> and subscribes in one step, so that nothing is missed or seen twice.</summary>
    public IReadOnlyList<CallEvent> ReadFrom(long seq, Action<CallEvent> reader)
    {
        lock (_lock)
        {
            _readers.Add(reader);
            return After(seq);
        }
    }

    public void Leave(Action<CallEvent> reader)
    {
        lock (_lock)
        {
            _readers.Remove(reader);
        }
    }

    public IReadOnlyList<CallEvent> Snapshot(long afterSeq = 0)
    {
        lock (_lock)
        {
            return After(afterSeq);
        }
    }

    // Sequence numbers run without gaps from 1, so the position is known.
    private List<CallEvent> After(long seq)
    {
        var from = (int)Math.Clamp(seq, 0, _kept.Count);
        return _kept.GetRange(from, _kept.Count - from);
    }
}
