using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// What the trainee hears beside the patient: a supervisor's voice. It goes to the browser by a stream of its own, mixed
/// only at the ear, so that it can be in no recording and in no recogniser. Thread-safe.
/// </summary>
public sealed class TraineeEar
{
    private readonly Lock _lock = new();
    private LiveSound? _sound;

    /// <summary>A new stream takes over from the last one.</summary>
    public ChannelReader<AudioPacket> Listen()
    {
        lock (_lock)
        {
            _sound?.Complete();
            _sound = new LiveSound();
            return _sound.Packets;
        }
    }

    public void Play(long atSample, ReadOnlySpan<short> samples)
    {
        lock (_lock)
        {
            _sound?.Send(atSample, MemoryMarshal.AsBytes(samples).ToArray());
        }
    }

    public void Close()
    {
        lock (_lock)
        {
            _sound?.Complete();
        }
    }
}
