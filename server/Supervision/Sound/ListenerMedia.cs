using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Media;
using RealtimeTraining.Server.Media.Sdp;

namespace RealtimeTraining.Server.Supervision;

/// <summary>The WebRTC side of one supervisor's visit: negotiates its one connection. Owned by the visit. Thread-safe.</summary>
internal sealed class ListenerMedia(CallSession session, WebRtcGateways gateways) : IAsyncDisposable
{
    private readonly SemaphoreSlim _negotiating = new(1, 1);
    private readonly NegotiationLimit _limit = new(session.Clock);
    private readonly Lock _lock = new();
    private ListenerPeer? _peer;
    private Task _leaving = Task.CompletedTask;
    private bool _disposed;

    /// <summary>Null: the browser is to use the hub.</summary>
    public WebRtcInvitation? Invitation => gateways.Invite(session.Id);

    /// <summary>The connection, which may still be on its way to the browser.</summary>
    /// <exception cref="MediaException"><c>peerGone</c>.</exception>
    public ListenerPeer Peer => _peer is { HasEnded: false } peer ? peer : throw MediaException.PeerGone();

    /// <summary>Answers an offer: a new connection in place of the one before.</summary>
    /// <exception cref="MediaException">The offer is refused, or no gateway takes it.</exception>
    public async Task<AudioAnswer> NegotiateAsync(string sdp, CancellationToken cancellationToken)
    {
        var offer = SdpOffer.Read(sdp);
        await _negotiating.WaitAsync(cancellationToken);
        try
        {
            if (_disposed)
            {
                throw MediaException.PeerGone();
            }
            _limit.Count();
            Leave();
            var (made, lease) = await gateways.AnswerAsync(offer, cancellationToken);
            _peer = new ListenerPeer(made, lease, offer.Ufrag);
            return new AudioAnswer(made.Answer);
        }
        finally
        {
            _negotiating.Release();
        }
    }

    /// <summary>The supervisor's mode is over: what the microphone still sends goes nowhere.</summary>
    public void StopSpeaking() => _peer?.StopSpeaking();

    /// <summary>The connection ends, in its own time: a gateway that is gone says no good-bye.</summary>
    public void Leave()
    {
        if (Interlocked.Exchange(ref _peer, null) is { } peer)
        {
            lock (_lock)
            {
                _leaving = Task.WhenAll(_leaving, peer.DisposeAsync().AsTask());
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _negotiating.WaitAsync();
        _disposed = true;
        Leave();
        _negotiating.Release();
        await _leaving;
    }
}
