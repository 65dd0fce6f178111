using System.Threading.Channels;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// Live sound on its way to one ear, at most a second of it: an ear that cannot keep up loses the oldest, which is
/// counted, and holds nobody else up. Thread-safe.
/// </summary>
public sealed class LiveSound
{
    private const int MaxPackets = 25;
    private readonly Channel<AudioPacket> _packets;
    private long _seq;
    private long _dropped;

    public LiveSound() => _packets = Channel.CreateBounded<AudioPacket>(
        new BoundedChannelOptions(MaxPackets) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
        _ => Interlocked.Increment(ref _dropped));

    public ChannelReader<AudioPacket> Packets => _packets.Reader;

    public long DroppedPackets => Interlocked.Read(ref _dropped);

    /// <param name="atSample">Where it lies on the call's clock.</param>
    /// <param name="pcm">Not changed any more; may be shared with other ears.</param>
    public void Send(long atSample, byte[] pcm) => _packets.Writer.TryWrite(new AudioPacket(Interlocked.Increment(ref _seq) - 1, 0, atSample, pcm));

    public void Complete() => _packets.Writer.TryComplete();
}
