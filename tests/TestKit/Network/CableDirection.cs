using System.Diagnostics;

namespace RealtimeTraining.TestKit.Network;

/// <summary>Carries IPv4 packets one way: loses some, holds the others. The same seed draws the same chances. Owns two threads.</summary>
internal sealed class CableDirection : IDisposable
{
    private const int MaxPacket = 65_536;
    private const int MaxHeld = 10_000;
    private const int LookMs = 200;
    private readonly TunDevice _from;
    private volatile TunDevice _to;
    private readonly PriorityQueue<byte[], long> _held = new();
    private readonly object _lock = new();
    private readonly Thread _reading;
    private readonly Thread _delivering;
    private NetworkTrouble _trouble = NetworkTrouble.None;
    private Random _chance = new(0);
    private long _bytes;
    private volatile bool _closing;

    public CableDirection(TunDevice from, TunDevice to, string name)
    {
        (_from, _to) = (from, to);
        _reading = new Thread(Read) { IsBackground = true, Name = $"cable {name}, reading" };
        _delivering = new Thread(Deliver) { IsBackground = true, Name = $"cable {name}, delivering" };
        _reading.Start();
        _delivering.Start();
    }

    /// <summary>Of whole IP packets sent into it, those that were lost included.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public void Set(NetworkTrouble trouble, int seed)
    {
        lock (_lock)
        {
            (_trouble, _chance) = (trouble, new Random(seed));
        }
    }

    /// <summary>What is still on its way arrives there as well.</summary>
    public void TurnTo(TunDevice to) => _to = to;

    public void Dispose()
    {
        lock (_lock)
        {
            _closing = true;
            Monitor.Pulse(_lock);
        }
        _reading.Join();
        _delivering.Join();
    }

    private void Read()
    {
        var buffer = new byte[MaxPacket];
        while (!_closing)
        {
            var length = _from.Read(buffer, LookMs);
            // Only IPv4: the system's own search for IPv6 neighbours is no part of a call.
            if (length > 0 && buffer[0] >> 4 == 4)
            {
                Interlocked.Add(ref _bytes, length);
                Take(buffer.AsSpan(0, length));
            }
        }
    }

    private void Take(ReadOnlySpan<byte> packet)
    {
        lock (_lock)
        {
            var isLost = _chance.NextDouble() * 100 < _trouble.LossPercent;
            var delayMs = _trouble.RoundTripMs / 2d + _chance.NextDouble() * _trouble.JitterMs;
            if (isLost || _held.Count >= MaxHeld)
            {
                return;
            }
            if (delayMs > 0)
            {
                _held.Enqueue(packet.ToArray(), Stopwatch.GetTimestamp() + (long)(delayMs * Stopwatch.Frequency / 1000));
                Monitor.Pulse(_lock);
                return;
            }
        }
        _to.Write(packet);
    }

    private void Deliver()
    {
        lock (_lock)
        {
            while (!_closing)
            {
                if (!_held.TryPeek(out var packet, out var due))
                {
                    Monitor.Wait(_lock, LookMs);
                }
                else if (due - Stopwatch.GetTimestamp() is > 0 and var early)
                {
                    Monitor.Wait(_lock, (int)Math.Ceiling(early * 1000d / Stopwatch.Frequency));
                }
                else
                {
                    _held.Dequeue();
                    _to.Write(packet);
                }
            }
        }
    }
}
