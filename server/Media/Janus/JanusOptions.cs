using System.ComponentModel.DataAnnotations;
using System.Net;

namespace RealtimeTraining.Server.Media.Janus;

/// <summary>The Janus gateway. Section <c>Media:Janus</c> of the configuration; checked at start.</summary>
public sealed class JanusOptions : IValidatableObject
{
    public const string Section = "Media:Janus";

    /// <summary>Its WebSocket API: <c>ws://127.0.0.1:8188</c>. Empty: there is no Janus.</summary>
    public string Address { get; set; } = "";

    /// <summary>Its <c>api_secret</c>; empty where it has none.</summary>
    public string Secret { get; set; } = "";

    /// <summary>This server's address as Janus sends RTP to it. An IPv4 address: Janus' plain RTP knows no other.</summary>
    public string RtpAddress { get; set; } = "127.0.0.1";

    /// <summary>UDP ports on which this server takes RTP from Janus, two a call: <c>21000-21199</c>. Empty: any.</summary>
    public string RtpPorts { get; set; } = "";

    /// <summary>How long an answer is waited for.</summary>
    [Range(100, 30_000)]
    public int TimeoutMs { get; set; } = 3_000;

    /// <summary>How long a connection that broke is tried to be rebuilt before the calls on it are told.</summary>
    [Range(0, 60_000)]
    public int ReconnectMs { get; set; } = 5_000;

    public (int From, int To)? PortRange => RtpPorts.Split('-') is [var from, var to] && int.TryParse(from, out var first) && int.TryParse(to, out var last)
        ? (first, last) : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Address.Length > 0 && !(Uri.TryCreate(Address, UriKind.Absolute, out var uri) && uri.Scheme is "ws" or "wss"))
        {
            yield return new ValidationResult($"{Section}:Address is not the address of a WebSocket: use ws://host:8188 or wss://host:8989.");
        }
        if (!IPAddress.TryParse(RtpAddress, out var address) || address.AddressFamily != System.Net.Sockets.AddressFamily.InterNetwork)
        {
            yield return new ValidationResult($"{Section}:RtpAddress is not an IPv4 address.");
        }
        if (RtpPorts.Length > 0 && PortRange is not { From: >= 1_024, To: <= 65_535 } range || PortRange is { } odd && odd.To <= odd.From)
        {
            yield return new ValidationResult($"{Section}:RtpPorts is not a range of ports: use 21000-21199.");
        }
    }
}
