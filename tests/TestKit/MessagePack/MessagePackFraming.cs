using MessagePack;
using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.TestKit;

/// <summary>SignalR's MessagePack protocol: each message an array, with its length in front.</summary>
public sealed class MessagePackFraming : IHubFraming
{
    public static MessagePackFraming Instance { get; } = new();

    public string Name => "messagepack";

    public WebSocketMessageType Kind => WebSocketMessageType.Binary;

    public byte[] Write(HubMessage message)
    {
        var body = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(body);
        writer.WriteArrayHeader(message.Type switch { 2 or 3 => 4, _ => 6 });
        writer.Write(message.Type);
        writer.WriteMapHeader(0);
        writer.Write(message.InvocationId);
        switch (message.Type)
        {
            case 2:
                Write(ref writer, message.Item);
                break;
            case 3:
                // No result.
                writer.Write(2);
                break;
            default:
                writer.Write(message.Target);
                writer.WriteArrayHeader(message.Arguments!.Length);
                foreach (var argument in message.Arguments)
                {
                    Write(ref writer, argument);
                }
                MessagePackSerializer.Serialize(ref writer, message.StreamIds ?? []);
                break;
        }
        writer.Flush();
        return [.. Length(body.WrittenCount), .. body.WrittenSpan];
    }

    public bool TryTake(List<byte> pending, [NotNullWhen(true)] out JsonNode? message)
    {
        message = null;
        var (length, at) = (0, 0);
        do
        {
            if (at == pending.Count)
            {
                return false;
            }
            length |= (pending[at] & 0x7f) << (7 * at);
        }
        while ((pending[at++] & 0x80) != 0);
        if (pending.Count < at + length)
        {
            return false;
        }
        message = Shaped(JsonNode.Parse(MessagePackSerializer.ConvertToJson(pending.GetRange(at, length).ToArray()))!.AsArray());
        pending.RemoveRange(0, at + length);
        return true;
    }

    private static JsonObject Shaped(JsonArray parts)
    {
        var type = parts[0]!.GetValue<int>();
        var shaped = new JsonObject { ["type"] = type };
        void Set(string name, int place) => shaped[name] = parts[place]?.DeepClone();
        switch (type)
        {
            case 1:
                Set("target", 3);
                Set("arguments", 4);
                break;
            case 2:
                Set("invocationId", 2);
                Set("item", 3);
                break;
            case 3:
                Set("invocationId", 2);
                if (parts[3]!.GetValue<int>() is (1 or 3) and var kind)
                {
                    Set(kind == 1 ? "error" : "result", 4);
                }
                break;
        }
        return shaped;
    }

    private static void Write(ref MessagePackWriter writer, object? value)
    {
        if (value is null)
        {
            writer.WriteNil();
        }
        else
        {
            MessagePackSerializer.Serialize(value.GetType(), ref writer, value, HubProtocols.MessagePackOptions);
        }
    }

    private static List<byte> Length(int length)
    {
        var bytes = new List<byte>();
        for (; length >= 0x80; length >>= 7)
        {
            bytes.Add((byte)(length | 0x80));
        }
        bytes.Add((byte)length);
        return bytes;
    }
}
