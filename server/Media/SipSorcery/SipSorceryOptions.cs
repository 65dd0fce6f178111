using System.ComponentModel.DataAnnotations;
using System.Net;

namespace RealtimeTraining.Server.Media.SipSorcery;

/// <summary>WebRTC in the server's own process. Section <c>Media:SipSorcery</c> of the configuration; checked at start.</summary>
public sealed class SipSorceryOptions : IValidatableObject
{
    public const string Section = "Media:SipSorcery";

    /// <summary>The machine's address that browsers reach. Empty: all of them.</summary>
    public string BindAddress { get; set; } = "";

    /// <summary>What browsers are told besides, where a router maps an address of its own to this machine, port by port (1:1 NAT). Empty: none.</summary>
    public string PublicAddress { get; set; } = "";

    /// <summary>UDP ports towards browsers: <c>20000-20399</c>. Every second one is used, one a call, two during an ICE restart. Empty: any.</summary>
    public string Ports { get; set; } = "";

    /// <summary>Participants at once; another is refused with <c>gatewayFull</c>.</summary>
    [Range(1, 10_000)]
    public int MaxPeers { get; set; } = 100;

    /// <summary>How long an answer waits for what the STUN server says; without one nothing is waited for.</summary>
    [Range(0, 5_000)]
    public int GatherMs { get; set; } = 500;

    /// <summary>How long a browser may take to connect, at first and after an ICE restart.</summary>
    [Range(1_000, 60_000)]
    public int ConnectMs { get; set; } = 15_000;

    /// <summary>How long nothing may come from a browser that was connected; then its peer has ended.</summary>
    [Range(1_000, 60_000)]
    public int GoneAfterMs { get; set; } = 10_000;

    public IPAddress? Bind => IPAddress.TryParse(BindAddress, out var address) ? address : null;

    public (int From, int To)? PortRange => Ports.Split('-') is [var from, var to] && int.TryParse(from, out var first) && int.TryParse(to, out var last)
        ? (first, last) : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BindAddress.Length > 0 && Bind is null)
        {
            yield return new ValidationResult($"{Section}:BindAddress is not an IP address of this machine.");
        }
        if (PublicAddress.Length > 0 && !IPAddress.TryParse(PublicAddress, out _))
        {
            yield return new ValidationResult($"{Section}:PublicAddress is not an IP address.");
        }
        if (Ports.Length > 0 && !(PortRange is { From: >= 1_024, To: <= 65_535 } range && range.From % 2 == 0 && range.To - range.From >= 2))
        {
            yield return new ValidationResult($"{Section}:Ports is not a range of ports that begins with an even one: use 20000-20399.");
        }
    }
}
