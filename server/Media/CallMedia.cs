using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Media.Sdp;

namespace RealtimeTraining.Server.Media;

/// <summary>
/// The WebRTC side of one call: negotiates its one peer, and joins it to the microphone's intake and the patient's
/// playout when the browser says so. The hub's streams take both back by being opened. Owned by the call. Thread-safe.
/// </summary>
public sealed partial class CallMedia(
    CallId call, WebRtcGateways? gateways, MicrophoneIntake intake, Playout playout, CallClock clock, Action<CallCommand> tell, ILogger logger) : IAsyncDisposable
{
    private readonly SemaphoreSlim _negotiating = new(1, 1);
    private readonly NegotiationLimit _limit = new(clock);
    private readonly Lock _leavingLock = new();
    private CallPeer? _peer;
    private Task _leaving = Task.CompletedTask;
    private bool _disposed;

    /// <summary>Null: the browser is to use the hub.</summary>
    public WebRtcInvitation? Invitation => gateways?.Invite(call);

    /// <summary>The path by which the microphone is heard now.</summary>
    public AudioPath InUse => _peer is { IsHeard: true } ? AudioPath.WebRtc : AudioPath.Hub;

    /// <summary>Answers an offer: a new peer in place of the one before, or an ICE restart of it.</summary>
    /// <exception cref="MediaException">The offer is refused, or no gateway takes it.</exception>
    public async Task<AudioAnswer> NegotiateAsync(AudioOffer offer, CancellationToken cancellationToken)
    {
        var read = SdpOffer.Read(offer.Sdp);
        await _negotiating.WaitAsync(cancellationToken);
        try
        {
            ThrowIfDisposed();
            _limit.Count();
            if (offer.Restart)
            {
                var peer = _peer ?? throw MediaException.PeerGone();
                var restarted = await peer.Peer.RestartAsync(read, cancellationToken);
                peer.Candidates.Ufrag = read.Ufrag;
                return new AudioAnswer(restarted);
            }
            Leave();
            var (made, lease) = await (gateways ?? throw MediaException.NoGateway()).AnswerAsync(read, cancellationToken);
            _peer = new CallPeer(made, lease, read.Ufrag, intake, playout, clock);
            return new AudioAnswer(made.Answer);
        }
        finally
        {
            _negotiating.Release();
        }
    }

    /// <summary>Checks it at once; the gateway is told in its own time.</summary>
    /// <exception cref="MediaException"><c>candidateInvalid</c>, <c>peerGone</c>.</exception>
    public void AddCandidate(AudioCandidate candidate) => (_peer ?? throw MediaException.PeerGone()).Candidates.Add(candidate);

    /// <summary>The browser is connected: microphone and voice go over the peer from now on.</summary>
    /// <param name="captured">How far the browser has captured, as it counts for the hub's stream.</param>
    /// <exception cref="MediaException"><c>peerGone</c>.</exception>
    public AudioAck Use(long captured)
    {
        if (_peer is not { } peer || peer.Peer.Ended.IsCompleted)
        {
            throw MediaException.PeerGone();
        }
        peer.Use(captured);
        return Ack();
    }

    /// <summary>What the browser measured; tells the call what was heard of the patient.</summary>
    public AudioAck Report(AudioReport report)
    {
        tell(new CallCommand.PathMeasured(report.Path, new PathFigures(
            Within(report.RoundTripMs, 60_000), Within(report.LossPercent, 100), Within(report.JitterMs, 60_000),
            report.Path == AudioPath.WebRtc ? _peer?.LateFrames : null, playout.LateTicks)));
        if (report.PlayedRtpTimestamp is >= 0 and <= uint.MaxValue and var timestamp
            && _peer?.PlayedAt((uint)timestamp, Math.Clamp(report.PlayedAgoMs ?? 0, 0, 10_000)) is { } position)
        {
            tell(new CallCommand.Played(position));
        }
        return Ack();
    }

    /// <summary>The peer ends, in its own time: a gateway that is gone says no good-bye.</summary>
    public void Leave()
    {
        if (Interlocked.Exchange(ref _peer, null) is { } peer)
        {
            LogPeer(logger, peer.Peer.Statistics, peer.LateFrames);
            lock (_leavingLock)
            {
                _leaving = Task.WhenAll(_leaving, peer.DisposeAsync().AsTask());
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_disposed)
        {
            _disposed = true;
            await _negotiating.WaitAsync();
            Leave();
            _negotiating.Release();
            await _leaving;
        }
    }

    private AudioAck Ack() => new(intake.HeardUpTo, InUse, _peer is { IsHeard: true } peer ? peer.LateFrames : null, playout.LateTicks);

    private void ThrowIfDisposed()
    {
        if (_disposed)
        {
            throw MediaException.PeerGone();
        }
    }

    private static int? Within(int? value, int most) => value is { } number ? Math.Clamp(number, 0, most) : null;

    private static double? Within(double? value, double most) => value is { } number && double.IsFinite(number) ? Math.Clamp(number, 0, most) : null;

    [LoggerMessage(Level = LogLevel.Information, Message = "A WebRTC peer ended: {Statistics}, {LateFrames} frames of the voice late.")]
    private static partial void LogPeer(ILogger logger, PeerStatistics statistics, long lateFrames);
}
