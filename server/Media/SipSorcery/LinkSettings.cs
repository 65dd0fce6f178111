using SIPSorcery.Sys;

namespace RealtimeTraining.Server.Media.SipSorcery;

/// <summary>What all connections of a gateway share.</summary>
/// <param name="Ports">Hands out one port after the other; null: the system chooses.</param>
internal sealed record LinkSettings(SipSorceryOptions Options, IReadOnlyList<string> StunServers, PortRange? Ports, TimeProvider Time);
