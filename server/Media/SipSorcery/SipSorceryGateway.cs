using RealtimeTraining.Server.Media.Sdp;
using SIPSorcery.Sys;

namespace RealtimeTraining.Server.Media.SipSorcery;

/// <summary>Ends the browsers' WebRTC in this process. Every peer has a UDP port of its own. Thread-safe.</summary>
/// <param name="stunServers">Asked for the address under which this machine is seen from outside. Empty: nobody.</param>
public sealed class SipSorceryGateway(SipSorceryOptions options, IReadOnlyList<string> stunServers, TimeProvider time) : IWebRtcGateway
{
    private readonly Lock _lock = new();
    private readonly HashSet<SipSorceryPeer> _peers = [];
    private readonly LinkSettings _settings = new(options, stunServers, options.PortRange is { } range ? new PortRange(range.From, range.To) : null, time);
    private bool _disposed;

    public async Task<IWebRtcPeer> AnswerAsync(SdpOffer offer, CancellationToken cancellationToken)
    {
        var peer = new SipSorceryPeer(_settings, Rtp.VoiceCodec.Choose(offer), Left);
        try
        {
            Enter(peer);
            await peer.ConnectAsync(offer, cancellationToken);
            return peer;
        }
        catch
        {
            await peer.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        SipSorceryPeer[] peers;
        lock (_lock)
        {
            _disposed = true;
            peers = [.. _peers];
        }
        foreach (var peer in peers)
        {
            peer.End("gatewayGone");
        }
        return ValueTask.CompletedTask;
    }

    private void Enter(SipSorceryPeer peer)
    {
        lock (_lock)
        {
            if (_disposed)
            {
                throw MediaException.GatewayGone();
            }
            if (_peers.Count >= options.MaxPeers)
            {
                throw MediaException.GatewayFull();
            }
            _peers.Add(peer);
        }
    }

    private void Left(SipSorceryPeer peer)
    {
        lock (_lock)
        {
            _peers.Remove(peer);
        }
    }
}
