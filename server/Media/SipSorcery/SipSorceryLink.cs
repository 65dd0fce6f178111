using System.Net;
using System.Net.Sockets;
using RealtimeTraining.Server.Media.Rtp;
using RealtimeTraining.Server.Media.Sdp;
using SIPSorcery.Net;

namespace RealtimeTraining.Server.Media.SipSorcery;

/// <summary>
/// One connection of the library: ICE, DTLS and SRTP on one UDP port. Raw RTP in and out; it decodes and reorders nothing.
/// Says once that it is connected and once that it is over. Thread-safe.
/// </summary>
internal sealed class SipSorceryLink : IDisposable
{
    private const int LookEveryMs = 500;
    private readonly LinkSettings _settings;
    private readonly AudioCodec _codec;
    private readonly VoiceReceiver _receiver;
    private readonly RTCPeerConnection _connection;
    private readonly TaskCompletionSource _gathered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _timer;
    private volatile bool _connected;
    private int _over;
    private (DateTime, DateTime, uint) _seen;
    private long _aliveAt;

    /// <exception cref="MediaException"><c>gatewayFull</c>: no port is free.</exception>
    public SipSorceryLink(LinkSettings settings, AudioCodec codec, uint ssrc, VoiceReceiver receiver)
    {
        (_settings, _codec, _receiver) = (settings, codec, receiver);
        _connection = Open(settings);
        _connection.onicegatheringstatechange += Gathering;
        _connection.onconnectionstatechange += Changed;
        // Nobody negotiated one.
        _connection.ondatachannel += _ => End();
        _connection.OnRtpPacketReceived += Received;
        _connection.OnReceiveReport += Reported;
        _connection.addTrack(new MediaStreamTrack(SDPMediaTypesEnum.audio, false, Formats) { Ssrc = ssrc, NoDtmfSupport = true });
        Gathering(_connection.iceGatheringState);
        _aliveAt = settings.Time.GetTimestamp();
        _timer = settings.Time.CreateTimer(_ => Look(), null, TimeSpan.FromMilliseconds(LookEveryMs), TimeSpan.FromMilliseconds(LookEveryMs));
    }

    public required Action<SipSorceryLink> Connected { get; init; }

    public required Action<SipSorceryLink> Over { get; init; }

    public required Action<int> RoundTrip { get; init; }

    public bool IsOver => Volatile.Read(ref _over) != 0;

    private List<SDPAudioVideoMediaFormat> Formats =>
        [.. _codec.Formats.Select(format => new SDPAudioVideoMediaFormat(SDPMediaTypesEnum.audio, format.PayloadType, format.Map, format.Parameters))];

    /// <returns>SDP with all candidates that are known after <see cref="SipSorceryOptions.GatherMs"/>.</returns>
    /// <exception cref="MediaException"><c>gatewayRefused</c>, <c>candidateInvalid</c>.</exception>
    public async Task<string> AnswerAsync(SdpOffer offer, CancellationToken cancellationToken)
    {
        var lines = offer.Text.Split("\r\n").ToLookup(line => line.StartsWith("a=candidate:", StringComparison.Ordinal));
        Take(string.Join("\r\n", lines[false]));
        foreach (var line in lines[true])
        {
            Add(IceCandidate.Read(line["a=".Length..], offer.Mid, offer.Ufrag));
        }
        if (IPAddress.TryParse(_settings.Options.PublicAddress, out var address))
        {
            _connection.addLocalIceCandidate(new RTCIceCandidate(
                RTCIceProtocol.udp, address, (ushort)_connection.GetRtpChannel().RTPPort, RTCIceCandidateType.host));
        }
        var patience = Task.Delay(TimeSpan.FromMilliseconds(_settings.Options.GatherMs), _settings.Time, cancellationToken);
        await await Task.WhenAny(_gathered.Task, patience);
        var answer = _connection.createAnswer();
        await _connection.setLocalDescription(answer);
        return answer.sdp;
    }

    /// <summary>
    /// UDP candidates with an address. A name of multicast DNS is passed over: it means something in the browser's own
    /// network only, and the library finds the address by itself when the browser's checks arrive (RFC 8445, 7.3.1.3).
    /// </summary>
    public void Add(IceCandidate candidate)
    {
        var parts = candidate.Line?["candidate:".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is null || parts[1] != "1" || !parts[2].Equals("udp", StringComparison.OrdinalIgnoreCase) || !IPAddress.TryParse(parts[4], out _))
        {
            return;
        }
        _connection.addIceCandidate(new RTCIceCandidateInit
        {
            candidate = $"candidate:{parts[0]} 1 udp {parts[3]} {parts[4]} {parts[5]} typ {parts[7]}",
            sdpMid = candidate.Mid,
            sdpMLineIndex = 0,
        });
    }

    /// <summary>False before the browser is connected, and when the network does not take it.</summary>
    public bool TrySend(in RtpPacket packet)
    {
        if (!_connected || IsOver)
        {
            return false;
        }
        try
        {
            _connection.AudioStream.SendRtpRaw(packet.Payload.ToArray(), packet.Timestamp, packet.Marker ? 1 : 0, packet.PayloadType, packet.Sequence);
            return true;
        }
        catch (Exception exception) when (exception is SocketException or InvalidOperationException or ArgumentException)
        {
            // It was closed meanwhile.
            return false;
        }
    }

    public void Dispose()
    {
        Interlocked.Exchange(ref _over, 1);
        _timer.Dispose();
        _connection.onconnectionstatechange -= Changed;
        _connection.OnRtpPacketReceived -= Received;
        _connection.OnReceiveReport -= Reported;
        try
        {
            _connection.close();
        }
        catch (Exception exception) when (exception is IOException or SocketException or InvalidOperationException or ArgumentException or ApplicationException)
        {
            // Its good-byes could not be said; the port is given back all the same.
            _connection.GetRtpChannel().Close("left");
        }
    }

    private static RTCPeerConnection Open(LinkSettings settings)
    {
        try
        {
            return new RTCPeerConnection(
                new RTCConfiguration
                {
                    X_BindAddress = settings.Options.Bind,
                    X_UseRtpFeedbackProfile = true,
                    X_ICEIncludeAllInterfaceAddresses = true,
                    iceServers = [.. settings.StunServers.Select(server => new RTCIceServer { urls = server })],
                },
                portRange: settings.Ports);
        }
        catch (ApplicationException)
        {
            // So it says that it could bind no socket.
            throw MediaException.GatewayFull();
        }
    }

    private void Take(string offer)
    {
        SetDescriptionResultEnum result;
        try
        {
            result = _connection.setRemoteDescription(new RTCSessionDescriptionInit { type = RTCSdpType.offer, sdp = offer });
        }
        catch (Exception exception) when (exception is ApplicationException or FormatException or ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            throw MediaException.GatewayRefused("it cannot read the offer");
        }
        if (result != SetDescriptionResultEnum.OK)
        {
            throw MediaException.GatewayRefused(result.ToString());
        }
        // The library takes telephone events in as well, whose payload type may be another codec's.
        var audio = _connection.AudioStream;
        var agreed = audio.LocalTrack.Capabilities;
        agreed.Clear();
        agreed.AddRange(Formats);
        audio.NegotiatedRtpEventPayloadID = 0;
        audio.RtcpSession.PayloadSampleRateHz = _codec.ClockRateHz;
    }

    private void Gathering(RTCIceGatheringState state)
    {
        if (state == RTCIceGatheringState.complete)
        {
            _gathered.TrySetResult();
        }
    }

    private void Changed(RTCPeerConnectionState state)
    {
        if (state is RTCPeerConnectionState.failed or RTCPeerConnectionState.closed)
        {
            End();
        }
        else if (state == RTCPeerConnectionState.connected && !_connected)
        {
            _connected = true;
            Connected(this);
        }
    }

    private void Received(IPEndPoint from, SDPMediaTypesEnum kind, RTPPacket packet)
    {
        var header = packet.Header;
        if (kind != SDPMediaTypesEnum.audio || packet.Payload is not { Length: > 0 and <= RtpPacket.MaxBytes } || header.ExtensionLength * 4 > RtpPacket.MaxExtensionBytes)
        {
            _receiver.Refuse();
            return;
        }
        _receiver.Receive(
            new RtpPacket(header.PayloadType, header.MarkerBit != 0, header.SequenceNumber, header.Timestamp, header.SyncSource, packet.Payload),
            RtpPacket.HeaderBytes + packet.Payload.Length);
    }

    private void Reported(IPEndPoint from, SDPMediaTypesEnum kind, RTCPCompoundPacket packet)
    {
        var blocks = (packet.SenderReport?.ReceptionReports ?? []).Concat(packet.ReceiverReport?.ReceptionReports ?? []);
        foreach (var block in blocks.Where(block => block.SSRC == _connection.AudioStream.LocalTrack.Ssrc && block.LastSenderReportTimestamp != 0))
        {
            if (NtpTime.RoundTripMs(_settings.Time.GetUtcNow(), block.LastSenderReportTimestamp, block.DelaySinceLastSenderReport) is { } roundTripMs)
            {
                RoundTrip(roundTripMs);
            }
        }
    }

    // The library's own patience is sixteen seconds, for all connections of a process.
    private void Look()
    {
        var pair = _connection.GetRtpChannel().NominatedEntry;
        var seen = (pair?.LastConnectedResponseAt ?? default, pair?.LastBindingRequestReceivedAt ?? default, _connection.AudioStream.RtcpSession?.PacketsReceivedCount ?? 0);
        if (_connected && seen != _seen)
        {
            (_seen, _aliveAt) = (seen, _settings.Time.GetTimestamp());
        }
        if (_settings.Time.GetElapsedTime(_aliveAt).TotalMilliseconds > (_connected ? _settings.Options.GoneAfterMs : _settings.Options.ConnectMs))
        {
            End();
        }
    }

    private void End()
    {
        if (Interlocked.Exchange(ref _over, 1) == 0)
        {
            Over(this);
        }
    }
}
