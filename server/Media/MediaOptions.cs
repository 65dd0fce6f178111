using System.ComponentModel.DataAnnotations;

namespace RealtimeTraining.Server.Media;

/// <summary>STUN and TURN servers for browsers. Section <c>Media</c> of the configuration; checked at start.</summary>
public sealed class MediaOptions : IValidatableObject
{
    public const string Section = "Media";

    /// <summary><c>stun:host:3478</c>. Empty: browsers in the same network need none.</summary>
    public IReadOnlyList<string> StunServers { get; set; } = [];

    /// <summary><c>turn:host:3478?transport=udp</c>, <c>turns:host:443?transport=tcp</c>.</summary>
    public IReadOnlyList<string> TurnServers { get; set; } = [];

    /// <summary>Shared with the TURN server (coturn: <c>static-auth-secret</c>); never leaves this server.</summary>
    public string TurnSecret { get; set; } = "";

    /// <summary>How long the credentials given to a call are good for; a call that runs on keeps its relay.</summary>
    [Range(60, 86_400)]
    public int TurnLifetimeSeconds { get; set; } = 3_600;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var server in StunServers.Where(server => !server.StartsWith("stun:", StringComparison.Ordinal)))
        {
            yield return new ValidationResult($"{Section}:StunServers has '{server}', which is no STUN server: use stun:host:3478.");
        }
        foreach (var server in TurnServers.Where(server => !server.StartsWith("turn:", StringComparison.Ordinal) && !server.StartsWith("turns:", StringComparison.Ordinal)))
        {
            yield return new ValidationResult($"{Section}:TurnServers has '{server}', which is no TURN server: use turn:host:3478 or turns:host:443?transport=tcp.");
        }
        if (TurnServers.Count > 0 && TurnSecret.Length < 16)
        {
            yield return new ValidationResult($"{Section}:TurnSecret must have 16 characters or more: the TURN server's static-auth-secret.");
        }
    }
}
