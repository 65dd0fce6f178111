namespace RealtimeTraining.Server.Media;

/// <summary>How the path to one participant does, as the server sees it. Counts are since the peer began.</summary>
/// <param name="PacketsReceived">Of the participant's voice, those that were refused not counted.</param>
/// <param name="PacketsLost">Did not arrive in time and were concealed or left out.</param>
/// <param name="PacketsLate">Came after their place had been concealed. Also counted as lost.</param>
/// <param name="PacketsRefused">Malformed, of a stranger's address, another source or out of range.</param>
/// <param name="FramesDropped">Received, but not read by the call in time.</param>
/// <param name="JitterMs">Interarrival jitter of the participant's voice, RFC 3550, 6.4.1.</param>
/// <param name="HeldMs">How much sound waits for a missing packet at this moment.</param>
/// <param name="RoundTripMs">From RTCP reports; null where there were none.</param>
/// <param name="BytesReceived">Payload and RTP header.</param>
/// <param name="BytesSent">Payload and RTP header.</param>
public readonly record struct PeerStatistics(
    long PacketsReceived, long PacketsLost, long PacketsLate, long PacketsRefused, long FramesDropped,
    double JitterMs, int HeldMs, int? RoundTripMs, long BytesReceived, long BytesSent);
