using System.Threading.Channels;
using RealtimeTraining.Server.Media.Sdp;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Media.Rtp;

/// <summary>
/// RTP packets of one participant in, frames out: checks the source, reorders, decodes, conceals what is lost. Fed with
/// packets by an engine's socket, and every 20 ms by a timer of its own. Thread-safe.
/// </summary>
public sealed class VoiceReceiver : IDisposable
{
    /// <summary>Longer holes are left open rather than made up.</summary>
    public const int MaxConcealMs = 100;
    private const int MaxWaitingFrames = 250;
    private readonly Lock _lock = new();
    private readonly AudioCodec _codec;
    private readonly IVoiceDecoder _decoder;
    private readonly RtpSource _source;
    private readonly JitterBuffer _buffer;
    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly ITimer _timer;
    private readonly Channel<PeerFrame> _frames;
    private long _dropped;
    private long _received;
    private long _refused;
    private long _bytes;
    private long _position;
    private bool _disposed;

    public VoiceReceiver(AudioCodec codec, TimeProvider time)
    {
        (_codec, _time, _began) = (codec, time, time.GetTimestamp());
        _decoder = VoiceDecoder.For(codec);
        _source = new RtpSource(codec.ClockRateHz);
        _buffer = new JitterBuffer(codec.ClockRateHz);
        _frames = Channel.CreateBounded<PeerFrame>(
            new BoundedChannelOptions(MaxWaitingFrames) { FullMode = BoundedChannelFullMode.DropOldest }, _ => Interlocked.Increment(ref _dropped));
        var frame = TimeSpan.FromMilliseconds(AudioFormat.FrameMs);
        _timer = time.CreateTimer(_ => Drain(), null, frame, frame);
    }

    public ChannelReader<PeerFrame> Frames => _frames.Reader;

    /// <summary>What RTCP tells the sender.</summary>
    public ReceptionReport Report
    {
        get
        {
            lock (_lock)
            {
                return new ReceptionReport(_source.Ssrc, _source.Newest, _received, _buffer.Lost, (uint)(_buffer.JitterMs * _codec.ClockRateHz / 1000));
            }
        }
    }

    public PeerStatistics Statistics
    {
        get
        {
            lock (_lock)
            {
                return new PeerStatistics(
                    _received, _buffer.Lost, _buffer.Late, _refused, Interlocked.Read(ref _dropped), _buffer.JitterMs,
                    _buffer.Held * AudioFormat.FrameMs, null, _bytes, 0);
            }
        }
    }

    /// <summary>Something came from the gateway's address.</summary>
    /// <param name="datagram">Copied where it is kept.</param>
    public void Receive(ReadOnlyMemory<byte> datagram)
    {
        if (RtpPacket.TryRead(datagram, out var packet))
        {
            Receive(packet, datagram.Length);
        }
        else
        {
            Refuse();
        }
    }

    /// <summary>A packet that an engine has read from the network by itself.</summary>
    /// <param name="packet">Its payload is copied where it is kept.</param>
    /// <param name="bytes">RTP header and payload.</param>
    public void Receive(in RtpPacket packet, int bytes)
    {
        lock (_lock)
        {
            if (_disposed)
            {
                return;
            }
            if (FramesOf(packet) is not { } frames || !_source.TryPlace(packet, out var sequence, out var time))
            {
                _refused++;
                return;
            }
            _received++;
            _bytes += bytes;
            _buffer.Add(sequence, time, frames[^1].Payload, NowMs);
            for (var back = 1; back < frames.Count; back++)
            {
                var copy = frames[^(back + 1)];
                _buffer.AddCopy(sequence - back, time - copy.TimeBefore, copy.Payload, NowMs);
            }
        }
        Drain();
    }

    /// <summary>Something came from elsewhere, or was not even a datagram of ours.</summary>
    public void Refuse()
    {
        lock (_lock)
        {
            _refused++;
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            _disposed = true;
            _frames.Writer.TryComplete();
            _decoder.Dispose();
        }
    }

    // Its own frame last, copies of those before it in front; null: of another codec, or not what it says.
    private IReadOnlyList<RedundantFrame>? FramesOf(in RtpPacket packet)
    {
        ReadOnlyMemory<byte> payload = packet.Payload.ToArray();
        return packet.PayloadType == _codec.PayloadType ? [new RedundantFrame(0, payload)]
            : packet.PayloadType == _codec.Redundancy ? RedundantFrame.Read(payload, _codec.PayloadType) : null;
    }

    private long NowMs => (long)_time.GetElapsedTime(_began).TotalMilliseconds;

    private void Drain()
    {
        lock (_lock)
        {
            while (!_disposed && _buffer.TryTake(NowMs, out var packet))
            {
                if (packet.Lost > 0)
                {
                    FillUpTo(Samples(packet.Time), packet.Following);
                }
                else if (_decoder.Decode(packet.Payload.Span) is { Length: > 0 } samples)
                {
                    Emit(Math.Max(_position, Samples(packet.Time)), samples, concealed: false);
                }
            }
        }
    }

    // How much is missing is told by the timestamps: a sender that was silent left nothing out.
    private void FillUpTo(long next, ReadOnlyMemory<byte> following)
    {
        var missing = next - _position;
        if (missing < AudioFormat.FrameSamples || missing > AudioFormat.Samples(MaxConcealMs))
        {
            return;
        }
        var whole = (int)(missing / AudioFormat.FrameSamples) * AudioFormat.FrameSamples;
        if (_decoder.Conceal(following.Span, whole) is { Length: > 0 } samples)
        {
            Emit(_position, samples, concealed: true);
        }
    }

    private void Emit(long offset, short[] samples, bool concealed)
    {
        _frames.Writer.TryWrite(new PeerFrame(offset, samples, concealed));
        _position = offset + samples.Length;
    }

    private long Samples(long time) => time * AudioFormat.SampleRateHz / _codec.ClockRateHz;
}
