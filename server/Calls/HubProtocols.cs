using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.SignalR;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.Calls;

/// <param name="Protocols">"json" always, "messagepack" in a build from the full package feed.</param>
public sealed record HubOffer(IReadOnlyList<string> Protocols);

/// <summary>How the hub's messages are written. Both protocols carry the same names and shapes; bytes are base64 in JSON only.</summary>
public static partial class HubProtocols
{
    public static ISignalRServerBuilder AddHubProtocols(this ISignalRServerBuilder hub)
    {
        hub.AddJsonProtocol(options => Json.Configure(options.PayloadSerializerOptions));
        AddMessagePack(hub);
        return hub;
    }

    /// <summary>What a browser asks before it connects: a server refuses a protocol that it lacks.</summary>
    public static Ok<HubOffer> Offer(IEnumerable<IHubProtocolResolver> resolvers) => TypedResults.Ok(
        new HubOffer([.. resolvers.SelectMany(resolver => resolver.AllProtocols).Select(protocol => protocol.Name).Order(StringComparer.Ordinal)]));

    // In the folder MessagePack; without it the call is not there either.
    static partial void AddMessagePack(ISignalRServerBuilder hub);
}
