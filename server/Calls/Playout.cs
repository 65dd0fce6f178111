using System.Threading.Channels;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// Sends the patient's voice at the pace of the clock, a little ahead of it, and knows what was heard of it.
/// An interruption drops what has not been sent. While the browser is away it waits, and goes on from what was last
/// heard. Thread-safe.
/// </summary>
public sealed class Playout : IDisposable
{
    private const int PacketSamples = AudioFormat.FrameSamples * 2;
    private readonly Lock _lock = new();
    private readonly CallClock _clock;
    private readonly ICallRecorder _recorder;
    private readonly EchoDetector _echo;
    private readonly int _leadMs;
    private readonly Action<int> _started;
    private readonly Action<HeardSpan> _finished;
    private readonly IDisposable _beat;
    private PlayoutUtterance? _current;
    private Channel<AudioPacket>? _listener;
    private bool _paused;
    private long _seq;
    private long _dropped;

    /// <param name="echo">Told of all that is played.</param>
    /// <param name="started">The first sound of an utterance was sent.</param>
    /// <param name="finished">The last sound of an utterance has been played.</param>
    public Playout(CallClock clock, ICallRecorder recorder, EchoDetector echo, CallOptions options, Action<int> started, Action<HeardSpan> finished)
    {
        (_clock, _recorder, _echo, _leadMs, _started, _finished) = (clock, recorder, echo, options.PlayoutLeadMs, started, finished);
        _beat = clock.EveryFrame(Send);
    }

    public long DroppedPackets => Interlocked.Read(ref _dropped);

    /// <summary>Ticks at which sound was due and had not been made yet.</summary>
    public long LateTicks { get; private set; }

    /// <summary>True from the first sound of an utterance to its last.</summary>
    public bool IsSpeaking => SpeakingSinceMs is not null;

    /// <summary>When the first sound of the utterance that is under way was sent, on the call's clock; null when there is none.</summary>
    public int? SpeakingSinceMs
    {
        get
        {
            lock (_lock)
            {
                return _current is { Sent: > 0, FirstHeardAtSample: { } first } ? (int)AudioFormat.Milliseconds(first) : null;
            }
        }
    }

    public void Begin(int utterance)
    {
        lock (_lock)
        {
            _current = new PlayoutUtterance(utterance);
        }
    }

    /// <summary>Adds sound. False when the utterance has been interrupted meanwhile.</summary>
    public bool Add(int utterance, ReadOnlyMemory<short> samples)
    {
        lock (_lock)
        {
            if (_current?.Id != utterance)
            {
                return false;
            }
            _current.Add(samples);
        }
        Send();
        return true;
    }

    /// <summary>No more sound will come for it.</summary>
    public void Complete(int utterance)
    {
        lock (_lock)
        {
            if (_current?.Id == utterance)
            {
                _current.IsComplete = true;
            }
        }
    }

    /// <summary>Drops what has not been heard. Gives what was heard of the utterance, as far as is known now.</summary>
    public HeardSpan? Interrupt()
    {
        lock (_lock)
        {
            if (_current is not { } current)
            {
                return null;
            }
            var heard = current.Heard(_clock.NowSamples);
            _current = null;
            if (_listener is { } listener)
            {
                while (listener.Reader.TryRead(out _))
                {
                }
            }
            if (current.HasStarted)
            {
                _recorder.ErasePatient(current.StartedAtSample + heard);
            }
            return Span(current, heard);
        }
    }

    public void Played(PlayedPosition position)
    {
        lock (_lock)
        {
            if (_current?.Id == position.Utterance)
            {
                _current.Reported(position.SamplesPlayed, _clock.NowSamples);
            }
        }
    }

    /// <summary>The browser has gone: wait. Or is back.</summary>
    public void Pause(bool paused)
    {
        lock (_lock)
        {
            if (_paused == paused)
            {
                return;
            }
            _paused = paused;
            if (_current is { } current)
            {
                Rewind(current);
            }
        }
    }

    /// <summary>A new listener takes over and hears the current utterance from where it was last heard.</summary>
    public ChannelReader<AudioPacket> Listen()
    {
        lock (_lock)
        {
            _listener?.Writer.TryComplete();
            _listener = Channel.CreateBounded<AudioPacket>(
                new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest }, _ => Interlocked.Increment(ref _dropped));
            if (_current is { } current)
            {
                Rewind(current);
            }
            return _listener.Reader;
        }
    }

    public void Dispose()
    {
        _beat.Dispose();
        lock (_lock)
        {
            _current = null;
            _listener?.Writer.TryComplete();
        }
    }

    private static HeardSpan Span(PlayoutUtterance utterance, long heard)
    {
        var end = utterance.StartedAtSample + heard;
        return new HeardSpan(
            utterance.Id, heard, (int)AudioFormat.Milliseconds(utterance.FirstHeardAtSample ?? end), (int)AudioFormat.Milliseconds(end));
    }

    private void Rewind(PlayoutUtterance current)
    {
        if (current.Rewind(_clock.NowSamples) is { } from)
        {
            _recorder.ErasePatient(from);
        }
    }

    private void Send()
    {
        int? started = null;
        HeardSpan? finished = null;
        lock (_lock)
        {
            if (_paused || _current is not { } current)
            {
                return;
            }
            var now = _clock.NowSamples;
            if (current.Sent == 0 && current.Available > 0)
            {
                started = current.Id;
            }
            current.EnsureAnchored(now);
            SendUntil(current, now);
            if (current.IsPlayed(now))
            {
                finished = Span(current, current.Sent);
                _current = null;
            }
        }
        if (started is { } begun)
        {
            _started(begun);
        }
        if (finished is { } ended)
        {
            _finished(ended);
        }
    }

    private void SendUntil(PlayoutUtterance current, long now)
    {
        while (current.Position < now + AudioFormat.Samples(_leadMs))
        {
            var samples = current.Take(PacketSamples);
            if (samples.Length == 0)
            {
                if (!current.IsComplete && current.Sent > 0 && current.Position < now)
                {
                    LateTicks++;
                    current.SlipTo(now);
                }
                return;
            }
            var offset = current.Sent - samples.Length;
            _recorder.Patient(current.StartedAtSample + offset, samples.Span);
            _echo.Played(current.StartedAtSample + offset, samples.Span);
            var packet = new AudioPacket(_seq++, current.Id, offset, Bytes(samples.Span));
            _listener?.Writer.TryWrite(packet);
        }
    }

    private static byte[] Bytes(ReadOnlySpan<short> samples)
    {
        var bytes = new byte[samples.Length * 2];
        for (var i = 0; i < samples.Length; i++)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(i * 2), samples[i]);
        }
        return bytes;
    }
}
