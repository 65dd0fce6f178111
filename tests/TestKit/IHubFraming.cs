using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.TestKit;

/// <summary>A message to the hub; what a type has not is null.</summary>
/// <param name="Type">Of SignalR's hub protocol: 1 an invocation, 2 an item of a stream, 3 its end, 4 an invocation answered by a stream.</param>
public sealed record HubMessage(
    int Type, string InvocationId, string? Target = null, object?[]? Arguments = null, string[]? StreamIds = null, object? Item = null);

/// <summary>How a hub's messages are written on a WebSocket.</summary>
public interface IHubFraming
{
    string Name { get; }

    WebSocketMessageType Kind { get; }

    byte[] Write(HubMessage message);

    /// <summary>Takes the first whole message off, in the shape that it has in SignalR's JSON protocol.</summary>
    bool TryTake(List<byte> pending, [NotNullWhen(true)] out JsonNode? message);
}

/// <summary>SignalR's JSON protocol, which every build has.</summary>
public sealed class JsonFraming : IHubFraming
{
    public const byte RecordEnd = 0x1e;

    public static JsonFraming Instance { get; } = new();

    public string Name => "json";

    public WebSocketMessageType Kind => WebSocketMessageType.Text;

    public byte[] Write(HubMessage message)
    {
        var (type, invocationId, target, arguments, streamIds, item) = message;
        return Record(JsonSerializer.Serialize<object>(type switch
        {
            2 => new { type, invocationId, item },
            3 => new { type, invocationId },
            _ => new { type, invocationId, target, arguments, streamIds = streamIds ?? [] },
        }, Json.Options));
    }

    public bool TryTake(List<byte> pending, [NotNullWhen(true)] out JsonNode? message)
    {
        message = null;
        if (pending.IndexOf(RecordEnd) is >= 0 and var end)
        {
            message = JsonNode.Parse(pending.GetRange(0, end).ToArray())!;
            pending.RemoveRange(0, end + 1);
        }
        return message is not null;
    }

    /// <summary>One record; the handshake is one in every protocol.</summary>
    public static byte[] Record(string json) => [.. Encoding.UTF8.GetBytes(json), RecordEnd];
}
