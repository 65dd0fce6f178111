using System.Buffers.Binary;
using System.Threading.Channels;
using RealtimeTraining.Speech.Audio;

namespace RealtimeTraining.Server.Calls;

/// <summary>One frame of the trainee's voice.</summary>
/// <param name="AtMs">Its first sample on the call's clock.</param>
/// <param name="Samples">Empty for a mark that the microphone has gone quiet because nothing arrives any more.</param>
public readonly record struct MicrophoneFrame(int AtMs, short[] Samples)
{
    public bool IsGap => Samples.Length == 0;

    public int EndMs => AtMs + (int)AudioFormat.Milliseconds(Samples.Length);
}

/// <summary>
/// Takes packets from the trainee's browser, refuses bad ones, cuts them into frames and places them on the call's
/// clock. When the call is behind, the oldest frames go and are counted. One stream at a time. Thread-safe.
/// </summary>
public sealed class MicrophoneIntake
{
    public const int MaxPacketMs = 200;
    private const int BurstMs = 30_000;
    private const int ClockWindowMs = 10_000;
    private readonly CallClock _clock;
    private readonly Channel<MicrophoneFrame> _frames;
    private readonly short[] _frame = new short[AudioFormat.FrameSamples];
    private readonly Lock _lock = new();
    private int _stream;
    private int _filled;
    private long _dropped;
    private long _broken;
    private long _received;
    private long _expectedOffset;
    private long _newestOffset;
    private double _anchorMs;
    private double _earliest;
    private double _earliestBefore;
    private int _windowFromMs;
    private int _openedAtMs;
    private bool _anchored;
    private bool _first = true;

    public MicrophoneIntake(CallClock clock)
    {
        _clock = clock;
        // Enough for what a browser kept through an outage; after that the oldest sound is the least useful.
        _frames = Channel.CreateBounded<MicrophoneFrame>(
            new BoundedChannelOptions(BurstMs / AudioFormat.FrameMs) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            _ => Interlocked.Increment(ref _dropped));
    }

    public ChannelReader<MicrophoneFrame> Frames => _frames.Reader;

    public long DroppedFrames => Interlocked.Read(ref _dropped);

    /// <summary>Packets of Opus that could not be decoded and whose sound was made up.</summary>
    public long BrokenPackets => Interlocked.Read(ref _broken);

    /// <summary>How far the browser's sound has come, in samples as it counts them; what lies before is not taken again.</summary>
    public long HeardUpTo
    {
        get
        {
            lock (_lock)
            {
                return _expectedOffset;
            }
        }
    }

    public int LastPacketAtMs { get; private set; } = -1;

    /// <summary>A browser is sending; packets should be coming all the time.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>A new stream begins; its offsets count from where the browser began to capture.</summary>
    /// <returns>The stream's number: a later one takes over from it.</returns>
    public int Open()
    {
        lock (_lock)
        {
            OpenLocked();
            return ++_stream;
        }
    }

    /// <summary>The stream is over: the microphone was taken away, or the browser has gone.</summary>
    public void Close(int stream)
    {
        lock (_lock)
        {
            IsOpen &= stream != _stream;
        }
    }

    private void OpenLocked()
    {
        _first = true;
        _received = 0;
        _openedAtMs = _clock.NowMs;
        LastPacketAtMs = _clock.NowMs;
        IsOpen = true;
    }

    /// <returns>False when another stream has taken over.</returns>
    /// <exception cref="CallError">The packet is not audio as it was agreed; the stream is to be ended.</exception>
    public bool Accept(int stream, AudioPacket packet)
    {
        lock (_lock)
        {
            if (stream != _stream)
            {
                return false;
            }
            AcceptLocked(packet);
            return true;
        }
    }

    private void AcceptLocked(AudioPacket packet)
    {
        Check(packet);
        LastPacketAtMs = _clock.NowMs;
        var samples = packet.Pcm.Length / 2;
        if (_first)
        {
            _first = false;
            Anchor(packet.Offset, samples);
        }
        if (packet.Offset + samples <= _expectedOffset)
        {
            return;
        }
        if (packet.Offset > _expectedOffset)
        {
            Skip(packet.Offset);
        }
        Track(packet.Offset + samples);
        Cut(packet, (int)(_expectedOffset - packet.Offset));
    }

    public void CountBroken() => Interlocked.Increment(ref _broken);

    /// <summary>Nothing has arrived for a while: lets an open utterance come to its end.</summary>
    public void MarkGap() => _frames.Writer.TryWrite(new MicrophoneFrame(_clock.NowMs, []));

    public void Complete() => _frames.Writer.TryComplete();

    // A stream that goes on where the last one broke keeps its place in time, so that what was said meanwhile lands
    // when it was said and nothing is taken twice. One that begins anew is placed by its first packet.
    private void Anchor(long offset, int samples)
    {
        var goesOn = _anchored && offset > 0 && _anchorMs + AudioFormat.Milliseconds(offset) <= _clock.NowMs;
        if (!goesOn)
        {
            _anchored = true;
            _filled = 0;
            _expectedOffset = offset;
            _newestOffset = offset;
            _anchorMs = _clock.NowMs - AudioFormat.Milliseconds(offset + samples);
        }
        // What a browser catches up on arrives late; the place it goes on from holds for a whole window.
        (_earliestBefore, _earliest, _windowFromMs) = (_anchorMs, _anchorMs, _clock.NowMs);
    }

    private void Check(AudioPacket packet)
    {
        var pcm = packet.Pcm ?? throw new CallError("audioPacketSize", "A packet without sound arrived. Reload the page.");
        if (pcm.Length % 2 != 0)
        {
            throw new CallError("audioOddLength", "A packet of half a sample arrived. Reload the page.");
        }
        if (pcm.Length == 0 || pcm.Length > AudioFormat.Samples(MaxPacketMs) * 2)
        {
            throw new CallError("audioPacketSize", $"A packet must hold 1 sample to {MaxPacketMs} ms of sound. Reload the page.");
        }
        _received += pcm.Length / 2;
        var allowed = AudioFormat.Samples(1) * ((long)((_clock.NowMs - _openedAtMs) * 1.1) + BurstMs);
        if (_received > allowed)
        {
            throw new CallError("audioTooFast", "Sound arrives faster than it can be spoken. Reload the page.");
        }
        if (packet.Offset < 0 || (!_first && packet.Offset > _newestOffset + AudioFormat.Samples(1) * ((long)(_clock.NowMs - _openedAtMs) + BurstMs)))
        {
            throw new CallError("audioOutOfRange", "A packet from another time arrived. Reload the page.");
        }
    }

    // A packet cannot arrive before it was spoken, so the earliest arrival of the last seconds tells where the browser's
    // clock stands. Sound cards run slow or fast and browsers lose time; longer ago than this window does not count.
    private void Track(long endOffset)
    {
        double arrived = _clock.NowMs - AudioFormat.Milliseconds(endOffset);
        if (_clock.NowMs - _windowFromMs >= ClockWindowMs)
        {
            (_earliestBefore, _earliest, _windowFromMs) = (_earliest, arrived, _clock.NowMs);
        }
        _earliest = Math.Min(_earliest, arrived);
        _anchorMs = Math.Min(_earliestBefore, _earliest);
        _newestOffset = Math.Max(_newestOffset, endOffset);
    }

    // Sound is missing: a frame that has begun is filled up with silence, and the next one starts at the new place.
    private void Skip(long to)
    {
        while (_filled > 0 && _expectedOffset < to)
        {
            Add(0);
        }
        _expectedOffset = to;
    }

    private void Cut(AudioPacket packet, int skip)
    {
        for (var i = skip * 2; i < packet.Pcm.Length; i += 2)
        {
            Add(BinaryPrimitives.ReadInt16LittleEndian(packet.Pcm.AsSpan(i)));
        }
    }

    private void Add(short sample)
    {
        _frame[_filled++] = sample;
        _expectedOffset++;
        if (_filled == _frame.Length)
        {
            var atMs = (int)(_anchorMs + AudioFormat.Milliseconds(_expectedOffset - _frame.Length));
            _frames.Writer.TryWrite(new MicrophoneFrame(Math.Max(0, atMs), [.. _frame]));
            _filled = 0;
        }
    }
}
