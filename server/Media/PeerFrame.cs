namespace RealtimeTraining.Server.Media;

/// <summary>Sound of a participant, 16 kHz mono.</summary>
/// <param name="Offset">The first sample's place, counted by the sender's clock from the first packet. Silence that was not sent and sound that was lost count as well.</param>
/// <param name="Samples">Usually 20 ms; at most 120.</param>
/// <param name="Concealed">Made up, because the packet did not arrive in time.</param>
public readonly record struct PeerFrame(long Offset, short[] Samples, bool Concealed);
