using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Media;

/// <summary>
/// The STUN and TURN servers of one call, with credentials that run out: user name "expiry:call", password its
/// HMAC-SHA1 under the shared secret (draft-uberti-behave-turn-rest-00, as coturn and others have it). Singleton.
/// </summary>
public sealed class IceServers(IOptions<MediaOptions> options, TimeProvider time)
{
    public IReadOnlyList<IceServer> For(CallId call)
    {
        var servers = new List<IceServer>();
        if (options.Value.StunServers.Count > 0)
        {
            servers.Add(new IceServer(options.Value.StunServers, null, null));
        }
        if (options.Value.TurnServers.Count > 0)
        {
            var expiry = time.GetUtcNow().AddSeconds(options.Value.TurnLifetimeSeconds).ToUnixTimeSeconds();
            var name = $"{expiry}:{call}";
            servers.Add(new IceServer(options.Value.TurnServers, name, Password(options.Value.TurnSecret, name)));
        }
        return servers;
    }

    // The scheme is fixed; SHA-1 within an HMAC is not what its collisions break.
#pragma warning disable CA5350
    private static string Password(string secret, string name) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(name)));
#pragma warning restore CA5350
}
