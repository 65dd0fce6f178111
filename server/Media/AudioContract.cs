using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Media;

/// <summary>A browser may try WebRTC for this call.</summary>
/// <param name="IceServers">STUN and TURN servers; TURN credentials are of this call and soon run out.</param>
public sealed record WebRtcInvitation(IReadOnlyList<IceServer> IceServers);

/// <summary>As RTCPeerConnection takes it. User name and credential are null for STUN.</summary>
public sealed record IceServer(IReadOnlyList<string> Urls, string? Username, string? Credential);

/// <param name="Sdp">The browser's offer: one audio section, sendrecv.</param>
/// <param name="Restart">An ICE restart of the connection that there is; false begins a new one.</param>
public sealed record AudioOffer(string Sdp, bool Restart);

public sealed record AudioAnswer(string Sdp);

/// <param name="Candidate">RTCIceCandidate.candidate; empty: there are no more.</param>
/// <param name="Mid">RTCIceCandidate.sdpMid.</param>
public sealed record AudioCandidate(string Candidate, string? Mid);

/// <summary>What the browser measures on the path that its sound takes.</summary>
/// <param name="LossPercent">Of what the browser received since its last report; null where the path does not tell.</param>
/// <param name="PlayedRtpTimestamp">WebRTC: of the frame played last (RTCRtpReceiver.getSynchronizationSources).</param>
/// <param name="PlayedAgoMs">How long ago that was.</param>
public sealed record AudioReport(
    AudioPath Path, int? RoundTripMs, double? LossPercent, double? JitterMs, long? PlayedRtpTimestamp, int? PlayedAgoMs);

/// <param name="HeardUpTo">How far the server has the microphone, in samples as the browser counts them; what lies before it need not be sent again.</param>
/// <param name="InUse">The path by which the server takes the microphone now.</param>
/// <param name="LateFrames">WebRTC: frames of the patient's voice that the server left out because it was too busy, since the connection began; null over the hub.</param>
/// <param name="Underruns">How often the patient's voice was due and not made yet, since the call began.</param>
public sealed record AudioAck(long HeardUpTo, AudioPath InUse, long? LateFrames, long Underruns);
