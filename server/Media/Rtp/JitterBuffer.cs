namespace RealtimeTraining.Server.Media.Rtp;

/// <summary>A packet in its place, or the place of one that did not come in time.</summary>
/// <param name="Time">In units of the codec's clock, from the first packet; for a lost one, where the sound before it ended.</param>
/// <param name="Payload">Empty: lost.</param>
/// <param name="Following">Of a lost packet: the payload right behind it, which may carry a copy of it; empty where it is not here.</param>
/// <param name="Lost">How many packets in a row are missing from here; 0 for one that came.</param>
public readonly record struct BufferedPacket(long Time, ReadOnlyMemory<byte> Payload, ReadOnlyMemory<byte> Following, int Lost);

/// <summary>
/// Puts packets in order and waits for those that are missing, as long as the network's jitter makes it worth while.
/// Packets in order pass at once: who listens is a recogniser, which wants the sound early and does not mind when it
/// comes unevenly. Nothing is made up before a later packet shows that one is missing, so what was never sent or is cut
/// off is not counted as heard. Bounded. The time is the caller's, in milliseconds. Not thread-safe.
/// </summary>
public sealed class JitterBuffer(int clockRateHz)
{
    public const int MinWaitMs = 20;
    public const int MaxWaitMs = 100;
    public const int MaxHeld = 50;
    private readonly SortedDictionary<long, (long Time, ReadOnlyMemory<byte> Payload, long ArrivedMs)> _held = [];
    private readonly SortedSet<long> _givenUp = [];
    private long _next;
    private bool _begun;
    private double _jitter;
    private double _lastTransit;
    private bool _hasTransit;
    private int _lateMs;

    /// <summary>Interarrival jitter (RFC 3550, 6.4.1).</summary>
    public double JitterMs => _jitter * 1000 / clockRateHz;

    /// <summary>How long a missing packet is waited for.</summary>
    public int WaitMs => Math.Clamp(MinWaitMs + (int)(2 * JitterMs) + _lateMs, MinWaitMs, MaxWaitMs);

    public int Held => _held.Count;

    public long Lost { get; private set; }

    /// <summary>Came after their place had been given up.</summary>
    public long Late { get; private set; }

    /// <returns>False: a repetition, or too late.</returns>
    public bool Add(long sequence, long time, ReadOnlyMemory<byte> payload, long nowMs)
    {
        Measure(time, nowMs);
        if (!_begun)
        {
            (_begun, _next) = (true, sequence);
        }
        if (sequence < _next)
        {
            if (_givenUp.Remove(sequence))
            {
                Late++;
                // Waiting a little longer would have caught it.
                _lateMs = Math.Min(MaxWaitMs, _lateMs + 10);
            }
            return false;
        }
        return _held.TryAdd(sequence, (time, payload, nowMs));
    }

    /// <summary>The same sound as in another packet, which may not come: nothing is counted or measured by it.</summary>
    public void AddCopy(long sequence, long time, ReadOnlyMemory<byte> payload, long nowMs)
    {
        if (_begun && sequence >= _next)
        {
            _held.TryAdd(sequence, (time, payload, nowMs));
        }
    }

    /// <summary>The next packet that is ready. To be asked until false, at every arrival and every 20 ms.</summary>
    public bool TryTake(long nowMs, out BufferedPacket packet)
    {
        packet = default;
        if (_held.Count == 0)
        {
            return false;
        }
        var (sequence, first) = _held.First();
        if (sequence == _next)
        {
            _held.Remove(sequence);
            _next++;
            packet = new BufferedPacket(first.Time, first.Payload, default, 0);
            return true;
        }
        if (nowMs - first.ArrivedMs < WaitMs && _held.Count < MaxHeld)
        {
            return false;
        }
        var missing = (int)Math.Min(int.MaxValue, sequence - _next);
        Lost += missing;
        GiveUp(sequence);
        _lateMs = Math.Max(0, _lateMs - 1);
        packet = new BufferedPacket(first.Time, default, first.Payload, missing);
        return true;
    }

    private void GiveUp(long upTo)
    {
        for (var sequence = Math.Max(_next, upTo - MaxHeld); sequence < upTo; sequence++)
        {
            _givenUp.Add(sequence);
        }
        while (_givenUp.Count > MaxHeld)
        {
            _givenUp.Remove(_givenUp.Min);
        }
        _next = upTo;
    }

    private void Measure(long time, long nowMs)
    {
        var transit = nowMs * clockRateHz / 1000d - time;
        if (_hasTransit)
        {
            // A sender that paused is not jitter.
            var difference = Math.Min(Math.Abs(transit - _lastTransit), clockRateHz / 5d);
            _jitter += (difference - _jitter) / 16;
        }
        (_lastTransit, _hasTransit) = (transit, true);
    }
}
