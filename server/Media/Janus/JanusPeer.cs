using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using RealtimeTraining.Server.Media.Rtp;
using RealtimeTraining.Server.Media.Sdp;

namespace RealtimeTraining.Server.Media.Janus;

/// <summary>
/// One participant on a handle of the NoSIP plugin: Janus has the browser's WebRTC, this side has plain RTP. The
/// plugin's rewriting of timestamps counts from the first packet it sees, which is why the sender's begin at 0.
/// </summary>
internal sealed class JanusPeer : IWebRtcPeer
{
    private const string Plugin = "janus.plugin.nosip";
    private readonly JanusSession _session;
    private readonly JanusOptions _options;
    private readonly AudioCodec _codec;
    private readonly RtpSockets _sockets;
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _negotiating = new(1, 1);
    private ulong _handle;
    private RtpSession? _rtp;
    private int _disposed;

    private JanusPeer(JanusSession session, JanusOptions options, AudioCodec codec) =>
        (_session, _options, _codec, _sockets) = (session, options, codec, RtpSockets.Open(IPAddress.Parse(options.RtpAddress), options.PortRange));

    public string Answer { get; private set; } = "";

    public ChannelReader<PeerFrame> Heard => _rtp!.Heard;

    public Task<string> Ended => _ended.Task;

    public PeerStatistics Statistics => _rtp!.Statistics;

    public static async Task<JanusPeer> ConnectAsync(
        JanusSession session, JanusOptions options, TimeProvider time, SdpOffer offer, CancellationToken cancellationToken)
    {
        var codec = VoiceCodec.Choose(offer);
        var peer = new JanusPeer(session, options, codec);
        try
        {
            peer._handle = await session.AttachAsync(Plugin, peer.Said, cancellationToken);
            var remote = await peer.NegotiateAsync(offer, update: false, cancellationToken);
            peer._rtp = new RtpSession(peer._sockets, remote, codec, time);
            return peer;
        }
        catch
        {
            await peer.DisposeAsync();
            throw;
        }
    }

    public long Send(ReadOnlySpan<short> frame) => _rtp!.Send(frame);

    public long? SentSampleAt(uint rtpTimestamp) => _rtp!.SentSampleAt(rtpTimestamp);

    public async Task<string> RestartAsync(SdpOffer offer, CancellationToken cancellationToken)
    {
        ThrowIfEnded();
        await NegotiateAsync(offer, update: true, cancellationToken);
        return Answer;
    }

    public async Task AddCandidateAsync(IceCandidate candidate, CancellationToken cancellationToken)
    {
        ThrowIfEnded();
        JsonObject said = candidate.Line is { } line
            ? new() { ["candidate"] = line, ["sdpMid"] = candidate.Mid, ["sdpMLineIndex"] = 0 }
            : new() { ["completed"] = true };
        await _session.AskAsync(new JsonObject { ["janus"] = "trickle", ["handle_id"] = _handle, ["candidate"] = said }, takesAck: true, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }
        _ended.TrySetResult("left");
        if (_handle != 0)
        {
            await _session.DetachAsync(_handle);
        }
        if (_rtp is not null)
        {
            await _rtp.DisposeAsync();
        }
        _sockets.Dispose();
    }

    private async Task<IPEndPoint> NegotiateAsync(SdpOffer offer, bool update, CancellationToken cancellationToken)
    {
        await _negotiating.WaitAsync(cancellationToken);
        try
        {
            JsonObject jsep = new() { ["type"] = "offer", ["sdp"] = offer.Text };
            if (update)
            {
                jsep["update"] = true;
            }
            var generated = await TellAsync(new JsonObject { ["request"] = "generate" }, jsep, cancellationToken);
            var remote = BareboneSdp.AddressOf(generated.Sdp ?? throw MediaException.GatewayRefused("it gave no SDP"));
            var answer = BareboneSdp.Answer(_options.RtpAddress, _sockets.Port, offer.Mid, _codec);
            var processed = await TellAsync(new JsonObject { ["request"] = "process", ["type"] = "answer", ["sdp"] = answer }, null, cancellationToken);
            Answer = processed.Jsep ?? throw MediaException.GatewayRefused("it gave no answer for the browser");
            return remote;
        }
        finally
        {
            _negotiating.Release();
        }
    }

    private Task<JanusReply> TellAsync(JsonObject body, JsonObject? jsep, CancellationToken cancellationToken)
    {
        var message = new JsonObject { ["janus"] = "message", ["handle_id"] = _handle, ["body"] = body };
        if (jsep is not null)
        {
            message["jsep"] = jsep;
        }
        return _session.AskAsync(message, takesAck: false, cancellationToken);
    }

    // "hangup" is Janus' word for a browser that is gone: its DTLS was closed, or ICE failed for good.
    private void Said(JanusReply? reply)
    {
        if (reply is null)
        {
            _ended.TrySetResult("gatewayGone");
        }
        else if (reply.Kind is "hangup" or "detached")
        {
            _ended.TrySetResult("peerGone");
        }
    }

    private void ThrowIfEnded()
    {
        if (_ended.Task.IsCompleted)
        {
            throw MediaException.PeerGone();
        }
    }
}
