using System.Threading.Channels;
using RealtimeTraining.Server.Media.Sdp;

namespace RealtimeTraining.Server.Media;

/// <summary>
/// One participant's peer connection: 16 kHz mono frames in both directions. Made by <see cref="IWebRtcGateway"/>, owned
/// by the call; disposing it ends the connection. Thread-safe, except that <see cref="Send"/> has one caller at a time.
/// </summary>
public interface IWebRtcPeer : IAsyncDisposable
{
    /// <summary>The SDP answer to the last offer, for the browser.</summary>
    string Answer { get; }

    /// <summary>
    /// What the participant says, in order. Bounded: when nobody reads, the oldest frames go and are counted. Completes
    /// when the peer has ended.
    /// </summary>
    ChannelReader<PeerFrame> Heard { get; }

    /// <summary>Completes when the connection is over and will not come back, with a code: <c>gatewayGone</c>, <c>peerGone</c>, <c>left</c>.</summary>
    Task<string> Ended { get; }

    /// <summary>As it stands; cheap.</summary>
    PeerStatistics Statistics { get; }

    /// <summary>
    /// Sends 20 ms (<see cref="Speech.Audio.AudioFormat.FrameSamples"/> samples) at once: the caller keeps the pace and
    /// sends silence where there is nothing to say, so that the browser's clock goes on. Never blocks; a frame that the
    /// network does not take is lost.
    /// </summary>
    /// <returns>The frame's first sample, counted from the first frame ever sent. 16 kHz.</returns>
    long Send(ReadOnlySpan<short> frame);

    /// <summary>
    /// Which of the samples sent an RTP timestamp names that the browser reported as played
    /// (RTCRtpReceiver.getSynchronizationSources). Null when it is of nothing that was sent in the last minutes.
    /// </summary>
    long? SentSampleAt(uint rtpTimestamp);

    /// <summary>An ICE restart: the same connection over new addresses.</summary>
    /// <exception cref="MediaException">As in <see cref="IWebRtcGateway.AnswerAsync"/>, and <c>peerGone</c>.</exception>
    Task<string> RestartAsync(SdpOffer offer, CancellationToken cancellationToken);

    /// <summary>A candidate of the browser, which belongs to the last offer.</summary>
    /// <exception cref="MediaException"><c>gatewayGone</c>, <c>peerGone</c>.</exception>
    Task AddCandidateAsync(IceCandidate candidate, CancellationToken cancellationToken);
}
