using System.Threading.Channels;
using RealtimeTraining.Server.Media.Rtp;
using RealtimeTraining.Server.Media.Sdp;

namespace RealtimeTraining.Server.Media.SipSorcery;

/// <summary>
/// One participant. The library cannot change the ICE credentials of a connection, so an ICE restart makes another one
/// beside the first and changes over when the browser has connected to it. To the browser it stays one voice: source,
/// sequence and timestamps go on.
/// </summary>
internal sealed class SipSorceryPeer : IWebRtcPeer
{
    private readonly Lock _lock = new();
    private readonly Lock _sending = new();
    private readonly SemaphoreSlim _negotiating = new(1, 1);
    private readonly LinkSettings _settings;
    private readonly AudioCodec _codec;
    private readonly Action<SipSorceryPeer> _left;
    private readonly VoiceReceiver _receiver;
    private readonly VoiceSender _sender;
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile SipSorceryLink? _link;
    private SipSorceryLink? _next;
    private int _roundTripMs = -1;
    private long _bytesSent;
    private bool _disposed;

    public SipSorceryPeer(LinkSettings settings, AudioCodec codec, Action<SipSorceryPeer> left)
    {
        (_settings, _codec, _left) = (settings, codec, left);
        _receiver = new VoiceReceiver(codec, settings.Time);
        _sender = new VoiceSender(codec);
    }

    public string Answer { get; private set; } = "";

    public ChannelReader<PeerFrame> Heard => _receiver.Frames;

    public Task<string> Ended => _ended.Task;

    public PeerStatistics Statistics => _receiver.Statistics with
    {
        RoundTripMs = Volatile.Read(ref _roundTripMs) is >= 0 and var roundTripMs ? roundTripMs : null,
        BytesSent = Interlocked.Read(ref _bytesSent),
    };

    /// <inheritdoc cref="IWebRtcGateway.AnswerAsync"/>
    public Task<string> ConnectAsync(SdpOffer offer, CancellationToken cancellationToken) => NegotiateAsync(offer, cancellationToken);

    public Task<string> RestartAsync(SdpOffer offer, CancellationToken cancellationToken) => NegotiateAsync(offer, cancellationToken);

    public Task AddCandidateAsync(IceCandidate candidate, CancellationToken cancellationToken)
    {
        SipSorceryLink? link;
        lock (_lock)
        {
            link = _next ?? _link;
        }
        (link ?? throw MediaException.PeerGone()).Add(candidate);
        return Task.CompletedTask;
    }

    public long Send(ReadOnlySpan<short> frame)
    {
        lock (_sending)
        {
            var first = _sender.Samples;
            if (_disposed)
            {
                return first;
            }
            var datagram = _sender.Packet(frame);
            if (RtpPacket.TryRead(datagram, out var packet) && _link is { } link && link.TrySend(packet))
            {
                Interlocked.Add(ref _bytesSent, datagram.Length);
            }
            return first;
        }
    }

    public long? SentSampleAt(uint rtpTimestamp) => _sender.SampleAt(rtpTimestamp);

    /// <summary>Closes the connection and gives its ports back. The first code is told.</summary>
    public void End(string code)
    {
        SipSorceryLink?[] links;
        lock (_lock)
        {
            if (!_ended.TrySetResult(code))
            {
                return;
            }
            links = [_link, _next];
            (_link, _next) = (null, null);
        }
        foreach (var link in links)
        {
            link?.Dispose();
        }
        _receiver.Dispose();
        _left(this);
    }

    public ValueTask DisposeAsync()
    {
        End("left");
        lock (_sending)
        {
            if (!_disposed)
            {
                _disposed = true;
                _sender.Dispose();
            }
        }
        return ValueTask.CompletedTask;
    }

    private async Task<string> NegotiateAsync(SdpOffer offer, CancellationToken cancellationToken)
    {
        // What was agreed on first stays: both coders go on.
        if (!_codec.IsIn(offer))
        {
            throw MediaException.NoCodec();
        }
        await _negotiating.WaitAsync(cancellationToken);
        try
        {
            var link = Open();
            try
            {
                Answer = await link.AnswerAsync(offer, cancellationToken);
                return Answer;
            }
            catch
            {
                Drop(link);
                throw;
            }
        }
        finally
        {
            _negotiating.Release();
        }
    }

    private SipSorceryLink Open()
    {
        var link = new SipSorceryLink(_settings, _codec, _sender.Ssrc, _receiver)
        {
            Connected = Connected,
            Over = Over,
            RoundTrip = roundTripMs => Volatile.Write(ref _roundTripMs, roundTripMs),
        };
        SipSorceryLink? before;
        lock (_lock)
        {
            before = _next;
            if (_ended.Task.IsCompleted)
            {
                before = link;
            }
            else if (_link is null)
            {
                _link = link;
            }
            else
            {
                _next = link;
            }
        }
        before?.Dispose();
        return before == link ? throw MediaException.PeerGone() : link;
    }

    private void Drop(SipSorceryLink link)
    {
        lock (_lock)
        {
            _next = _next == link ? null : _next;
        }
        link.Dispose();
    }

    private void Connected(SipSorceryLink link)
    {
        SipSorceryLink? before = null;
        lock (_lock)
        {
            if (link == _next)
            {
                (before, _link, _next) = (_link, link, null);
            }
        }
        before?.Dispose();
    }

    // While a restart is under way the old connection may well die; that is why it is restarted.
    private void Over(SipSorceryLink link)
    {
        bool isLast;
        lock (_lock)
        {
            _next = _next == link ? null : _next;
            isLast = _next is null && _link is null or { IsOver: true };
        }
        if (isLast)
        {
            End("peerGone");
        }
        else
        {
            link.Dispose();
        }
    }
}
