using System.Net;
using RealtimeTraining.Server.Media;
using RealtimeTraining.Server.Media.Rtp;
using RealtimeTraining.Server.Media.Sdp;
using RealtimeTraining.Speech.Audio;
using SIPSorcery.Net;

namespace RealtimeTraining.Server.Tests.Media.SipSorcery;

/// <summary>
/// A browser on loopback, made of the library's own peer connection and the product's coders. One that restarts ICE takes
/// the voice over from the one before, as a real one goes on with its own.
/// </summary>
internal sealed class LoopbackBrowser : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly RTCPeerConnection _connection = new(new RTCConfiguration { X_BindAddress = IPAddress.Loopback, X_UseRtpFeedbackProfile = true });
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool _ownsVoice;
    private readonly VoiceSender _voice;
    private readonly VoiceReceiver _ear;
    private long _timestamp = -1;

    public LoopbackBrowser(AudioCodec codec, LoopbackBrowser? before = null)
    {
        _ownsVoice = before is null;
        _voice = before?._voice ?? new VoiceSender(codec);
        _ear = before?._ear ?? new VoiceReceiver(codec, TimeProvider.System);
        _connection.addTrack(new MediaStreamTrack(
            SDPMediaTypesEnum.audio, false, [new SDPAudioVideoMediaFormat(SDPMediaTypesEnum.audio, codec.PayloadType, codec.Map)]) { Ssrc = _voice.Ssrc });
        _connection.OnRtpPacketReceived += (_, _, packet) =>
        {
            Interlocked.Exchange(ref _timestamp, packet.Header.Timestamp);
            _ear.Receive(
                new RtpPacket(packet.Header.PayloadType, false, packet.Header.SequenceNumber, packet.Header.Timestamp, packet.Header.SyncSource, packet.Payload),
                RtpPacket.HeaderBytes + packet.Payload.Length);
        };
        // Browsers report more often than the library.
        _connection.OnReceiveReport += (_, _, _) => _connection.AudioStream.SendRtcpReport(_connection.AudioStream.RtcpSession.GetRtcpReport());
        _connection.onconnectionstatechange += state =>
        {
            if (state == RTCPeerConnectionState.closed)
            {
                _closed.TrySetResult();
            }
        };
    }

    /// <summary>It was told that the other side has gone.</summary>
    public Task Closed => _closed.Task;

    /// <summary>As getSynchronizationSources tells: of the packet that came last.</summary>
    public uint PlayedTimestamp => (uint)Interlocked.Read(ref _timestamp);

    /// <summary>Its one candidate, with another address where one is named.</summary>
    public IceCandidate Candidate(SdpOffer offer, string address = "127.0.0.1") =>
        IceCandidate.Read($"candidate:1 1 UDP 2122260223 {address} {_connection.GetRtpChannel().RTPPort} typ host generation 0", offer.Mid, offer.Ufrag);

    /// <param name="withCandidates">False: they are trickled, or found by the other side.</param>
    public async Task<SdpOffer> OfferAsync(bool withCandidates = true)
    {
        var offer = _connection.createOffer(new RTCOfferOptions { X_ExcludeIceCandidates = !withCandidates });
        await _connection.setLocalDescription(offer);
        return SdpOffer.Read(offer.sdp);
    }

    public void Accept(string answer)
    {
        Assert.Equal(SetDescriptionResultEnum.OK, _connection.setRemoteDescription(new RTCSessionDescriptionInit { type = RTCSdpType.answer, sdp = answer }));
        _connection.AudioStream.NegotiatedRtpEventPayloadID = 0;
    }

    /// <summary>Sends silence both ways until each side hears the other.</summary>
    public async Task UntilHeardBothWaysAsync(IWebRtcPeer peer)
    {
        var silence = new short[AudioFormat.FrameSamples];
        using var limit = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(AudioFormat.FrameMs));
        var (up, down) = (false, false);
        while (!up || !down || peer.Statistics.HeldMs > 0)
        {
            Speak(silence);
            peer.Send(silence);
            await pace.WaitForNextTickAsync(limit.Token);
            while (peer.Heard.TryRead(out _))
            {
                up = true;
            }
            while (_ear.Frames.TryRead(out _))
            {
                down = true;
            }
        }
        // What is still under way belongs to this.
        await SayAsync(peer, silence);
        await HearAsync(peer, silence);
    }

    public void Speak(ReadOnlySpan<short> frame)
    {
        Assert.True(RtpPacket.TryRead(_voice.Packet(frame), out var packet));
        SendRtp(packet);
    }

    /// <summary>One packet, as it is.</summary>
    public void SendRtp(RtpPacket packet)
    {
        if (_connection.connectionState == RTCPeerConnectionState.connected)
        {
            _connection.AudioStream.SendRtpRaw(packet.Payload.ToArray(), packet.Timestamp, 0, packet.PayloadType, packet.Sequence);
        }
    }

    /// <summary>The next packets claim to be of another source; 0: of its own again.</summary>
    public void PretendToBe(uint ssrc) => _connection.AudioStream.LocalTrack.Ssrc = ssrc == 0 ? _voice.Ssrc : ssrc;

    /// <summary>The next packets carry a header extension of so many bytes; 0: none.</summary>
    public void Extend(int bytes)
    {
        var extensions = _connection.AudioStream.LocalTrack.HeaderExtensions;
        extensions.Clear();
        if (bytes > 0)
        {
            extensions[1] = new Bulk(bytes);
        }
    }

    /// <summary>Frame by frame: the next is sent when another was heard.</summary>
    public async Task<short[]> SayAsync(IWebRtcPeer peer, short[] sound)
    {
        var heard = new List<short>();
        using var limit = new CancellationTokenSource(Patience);
        foreach (var frame in sound.Chunk(AudioFormat.FrameSamples))
        {
            Speak(frame);
            heard.AddRange((await peer.Heard.ReadAsync(limit.Token)).Samples);
        }
        return [.. heard];
    }

    /// <summary>Frame by frame, and each by the timestamp that the browser would report of it.</summary>
    public async Task<short[]> HearAsync(IWebRtcPeer peer, short[] sound)
    {
        var heard = new List<short>();
        using var limit = new CancellationTokenSource(Patience);
        foreach (var frame in sound.Chunk(AudioFormat.FrameSamples))
        {
            var sent = peer.Send(frame);
            do
            {
                heard.AddRange((await _ear.Frames.ReadAsync(limit.Token)).Samples);
            }
            while (peer.SentSampleAt(PlayedTimestamp) < sent);
            Assert.Equal(sent, peer.SentSampleAt(PlayedTimestamp));
        }
        return [.. heard];
    }

    /// <summary>The network is cut: its socket is gone, and nobody was told.</summary>
    public void Vanish() => _connection.GetRtpChannel().Close("cut");

    public void Dispose()
    {
        _connection.close();
        if (_ownsVoice)
        {
            _ear.Dispose();
            _voice.Dispose();
        }
    }

    private sealed class Bulk(int bytes) : RTPHeaderExtension(1, "urn:bulk", bytes, RTPHeaderExtensionType.OneByte)
    {
        public override byte[] Marshal() => new byte[ExtensionSize];

        public override object Unmarshal(RTPHeader header, byte[] data) => data;

        public override void Set(object value)
        {
        }
    }
}
