using MessagePack;
using Microsoft.AspNetCore.SignalR;

namespace RealtimeTraining.Server.Calls;

public static partial class HubProtocols
{
    /// <summary>What comes from a browser is not trusted: it may be as deep as JSON may be, and its maps cannot be made to collide.</summary>
    public static MessagePackSerializerOptions MessagePackOptions { get; } = MessagePackSerializerOptions.Standard
        .WithResolver(JsonShapeResolver.Instance)
        .WithSecurity(MessagePackSecurity.UntrustedData.WithMaximumObjectGraphDepth(JsonShapeReader.MaxDepth));

    static partial void AddMessagePack(ISignalRServerBuilder hub) =>
        hub.AddMessagePackProtocol(options => options.SerializerOptions = MessagePackOptions);
}
