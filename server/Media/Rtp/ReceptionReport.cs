namespace RealtimeTraining.Server.Media.Rtp;

/// <summary>What is told to a sender of how its packets arrive.</summary>
/// <param name="Newest">The highest sequence number, with its cycles.</param>
/// <param name="Jitter">In units of the codec's clock.</param>
public readonly record struct ReceptionReport(uint Ssrc, long Newest, long Received, long Lost, uint Jitter);
