using RealtimeTraining.Server.Media.Sdp;

namespace RealtimeTraining.Server.Media;

/// <summary>
/// The port of the role WebRtc: ends the browsers' WebRTC and gives plain frames. One participant of one call is one
/// peer. Thread-safe; made once and shared by all calls; disposing it ends all its peers.
/// </summary>
public interface IWebRtcGateway : IAsyncDisposable
{
    /// <summary>Answers one participant's offer. The peer connects in its own time; candidates may follow.</summary>
    /// <param name="offer">Checked already: one audio section, sendrecv or sendonly, with a codec that is understood.</param>
    /// <param name="cancellationToken">Gives up the negotiation; nothing is left behind.</param>
    /// <exception cref="MediaException">
    /// <c>gatewayGone</c> (it does not answer), <c>gatewayRefused</c> (it answered with an error), <c>gatewayFull</c>.
    /// </exception>
    Task<IWebRtcPeer> AnswerAsync(SdpOffer offer, CancellationToken cancellationToken);
}
