using System.Buffers.Binary;
using System.Threading.Channels;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Media;

/// <summary>
/// Sends the patient's voice to one peer, a frame every 20 ms by the clock and silence between utterances, and remembers
/// where each utterance lies in what was sent. Takes from the playout only what is due, so that an interruption finds
/// the rest still there to drop. Thread-safe.
/// </summary>
internal sealed class VoicePacer : IDisposable
{
    /// <summary>A clock that stood still so long is not caught up with: the sound would come in a burst.</summary>
    private const int MaxBehindFrames = 5;
    private const int RememberedSpans = 500;
    private readonly Lock _lock = new();
    private readonly IWebRtcPeer _peer;
    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly IDisposable _beat;
    private readonly Queue<Span> _spans = new();
    private readonly short[] _frame = new short[AudioFormat.FrameSamples];
    private ChannelReader<AudioPacket>? _voice;
    private AudioPacket? _packet;
    private int _taken;
    private long _frames;
    private bool _disposed;

    public VoicePacer(IWebRtcPeer peer, CallClock clock)
    {
        (_peer, _time, _began) = (peer, clock.Time, clock.Time.GetTimestamp());
        _beat = clock.EveryFrame(Send);
    }

    /// <summary>Frames that were due while the machine was busy and were left out.</summary>
    public long LateFrames { get; private set; }

    /// <summary>From now on this is sent; null: silence.</summary>
    public void Play(ChannelReader<AudioPacket>? voice)
    {
        lock (_lock)
        {
            (_voice, _packet) = (voice, null);
        }
    }

    /// <summary>Which utterance, and how much of it, lies before a place in what was sent; null before the first.</summary>
    public (int Utterance, long Samples)? PlayedAt(long sentSample)
    {
        lock (_lock)
        {
            (int, long)? played = null;
            foreach (var span in _spans)
            {
                if (span.First > sentSample)
                {
                    break;
                }
                played = (span.Utterance, span.Offset + Math.Min(span.Count, sentSample - span.First));
            }
            return played;
        }
    }

    public void Dispose()
    {
        _beat.Dispose();
        lock (_lock)
        {
            _disposed = true;
        }
    }

    private void Send()
    {
        lock (_lock)
        {
            var due = (long)_time.GetElapsedTime(_began).TotalMilliseconds / AudioFormat.FrameMs;
            if (due - _frames > MaxBehindFrames)
            {
                LateFrames += due - _frames - 1;
                _frames = due - 1;
            }
            for (; _frames < due && !_disposed; _frames++)
            {
                SendOne();
            }
        }
    }

    private void SendOne()
    {
        Array.Clear(_frame);
        if (!Next())
        {
            _peer.Send(_frame);
            return;
        }
        var packet = _packet!;
        var count = Math.Min(_frame.Length, packet.Pcm.Length / 2 - _taken);
        for (var i = 0; i < count; i++)
        {
            _frame[i] = BinaryPrimitives.ReadInt16LittleEndian(packet.Pcm.AsSpan((_taken + i) * 2));
        }
        var first = _peer.Send(_frame);
        _spans.Enqueue(new Span(first, packet.Utterance, packet.Offset + _taken, count));
        if (_spans.Count > RememberedSpans)
        {
            _spans.Dequeue();
        }
        _taken += count;
    }

    private bool Next()
    {
        if (_packet is { } current && _taken < current.Pcm.Length / 2)
        {
            return true;
        }
        _packet = null;
        _taken = 0;
        return _voice is not null && _voice.TryRead(out _packet);
    }

    private readonly record struct Span(long First, int Utterance, long Offset, int Count);
}
