using System.Buffers.Binary;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Supervision;

/// <summary>
/// All voices of one call as one stream for those who listen: a packet of 40 ms every 40 ms by the clock,
/// <see cref="BehindMs"/> behind the call. Made once and shared by all listeners; a supervisor who speaks does not hear
/// their own voice. Thread-safe.
/// </summary>
public sealed class CallMix : ICallTap, IDisposable
{
    /// <summary>For the trainee's packets to arrive, and for the patient's to be taken back.</summary>
    public const int BehindMs = 60;
    private const int PacketMs = 40;

    /// <summary>A clock that stood still so long is not caught up with: live is now.</summary>
    private const int MaxCatchUpPackets = 5;
    private static readonly int PacketSamples = AudioFormat.Samples(PacketMs);
    private readonly Lock _lock = new();
    private readonly CallClock _clock;
    private readonly IDisposable _beat;
    private readonly List<LiveSound> _ears = [];
    private readonly QueuedVoice _trainee = new();
    private readonly PlacedVoice _patient;
    private readonly QueuedVoice _supervisor = new();
    private readonly int[] _block = new int[PacketSamples];
    private LiveSound? _speaker;
    private long _next;

    public CallMix(CallClock clock)
    {
        _clock = clock;
        _next = Due();
        _patient = new PlacedVoice(_next);
        _beat = clock.EveryFrame(Send);
    }

    /// <summary>One more listener, from now on.</summary>
    public LiveSound Join()
    {
        lock (_lock)
        {
            var ear = new LiveSound();
            _ears.Add(ear);
            return ear;
        }
    }

    public void Leave(LiveSound sound)
    {
        lock (_lock)
        {
            _ears.Remove(sound);
        }
        sound.Complete();
    }

    public void Trainee(long atSample, ReadOnlySpan<short> samples)
    {
        lock (_lock)
        {
            _trainee.Add(samples);
        }
    }

    public void Patient(long atSample, ReadOnlySpan<short> samples)
    {
        lock (_lock)
        {
            _patient.Add(atSample, samples);
        }
    }

    public void ErasePatient(long fromSample)
    {
        lock (_lock)
        {
            _patient.Erase(fromSample);
        }
    }

    /// <summary>A supervisor speaks into the call.</summary>
    /// <param name="own">Where that supervisor listens; null: nowhere.</param>
    public void Supervisor(LiveSound? own, ReadOnlySpan<short> samples)
    {
        lock (_lock)
        {
            _speaker = own;
            _supervisor.Add(samples);
        }
    }

    public void Dispose()
    {
        _beat.Dispose();
        lock (_lock)
        {
            _ears.ForEach(ear => ear.Complete());
            _ears.Clear();
        }
    }

    private void Send()
    {
        lock (_lock)
        {
            var due = Due();
            if (due - _next > MaxCatchUpPackets * PacketSamples)
            {
                _next = due - PacketSamples;
            }
            for (; _next + PacketSamples <= due; _next += PacketSamples)
            {
                SendOne();
            }
        }
    }

    private long Due() => Math.Max(0, _clock.NowSamples - AudioFormat.Samples(BehindMs));

    private void SendOne()
    {
        Array.Clear(_block);
        _trainee.MixInto(_block);
        _patient.MixInto(_next, _block);
        var callOnly = Bytes(_block);
        _supervisor.MixInto(_block);
        var all = Bytes(_block);
        foreach (var ear in _ears)
        {
            ear.Send(_next, ear == _speaker ? callOnly : all);
        }
    }

    private static byte[] Bytes(ReadOnlySpan<int> block)
    {
        var bytes = new byte[block.Length * 2];
        for (var i = 0; i < block.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(i * 2), (short)Math.Clamp(block[i], short.MinValue, short.MaxValue));
        }
        return bytes;
    }
}
