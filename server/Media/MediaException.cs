namespace RealtimeTraining.Server.Media;

/// <summary>
/// Audio over WebRTC is refused or has failed: a stable code and a sentence that says what to do. The hub's audio stream
/// is always there instead.
/// </summary>
public sealed class MediaException(string code, string text, Exception? inner = null) : Exception(text, inner)
{
    public string Code => code;

    public static MediaException SdpInvalid(string what) =>
        new("sdpInvalid", $"The browser's offer cannot be read ({what}). Audio goes over the hub.");

    public static MediaException NoAudio() => new("sdpNoAudio", "The browser's offer has no audio. Audio goes over the hub.");

    public static MediaException NotAudioOnly(string kind) =>
        new("sdpNotAudioOnly", $"A call takes one audio section and nothing else, and the offer has {kind}.");

    public static MediaException NoCodec() =>
        new("sdpNoCodec", "The browser offers neither Opus nor G.711. Audio goes over the hub.");

    public static MediaException CandidateInvalid(string what) => new("candidateInvalid", $"A network candidate was refused: {what}.");

    public static MediaException NoGateway() => new("noGateway", "This server has no WebRTC gateway. Audio goes over the hub.");

    public static MediaException GatewayGone(Exception? inner = null) =>
        new("gatewayGone", "The WebRTC gateway does not answer. Audio goes over the hub.", inner);

    public static MediaException GatewayRefused(string reason) =>
        new("gatewayRefused", $"The WebRTC gateway refused the connection ({reason}). Audio goes over the hub.");

    public static MediaException GatewayFull() => new("gatewayFull", "The WebRTC gateway has no room for another call. Audio goes over the hub.");

    public static MediaException PeerGone() => new("peerGone", "There is no WebRTC connection of this call. Audio goes over the hub.");
}
