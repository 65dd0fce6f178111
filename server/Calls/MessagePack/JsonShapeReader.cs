using MessagePack;
using System.Buffers;
using System.Text.Json;

namespace RealtimeTraining.Server.Calls;

/// <summary>Turns MessagePack into the JSON that it has the shape of, and refuses what has none.</summary>
internal static class JsonShapeReader
{
    /// <summary>As JSON may be.</summary>
    public const int MaxDepth = 64;

    /// <summary>The next value as JSON, bytes as base64.</summary>
    /// <exception cref="MessagePackSerializationException">It has no shape in JSON, or goes too deep.</exception>
    public static void Copy(ref MessagePackReader reader, Utf8JsonWriter json, MessagePackSerializerOptions options)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Nil:
                reader.ReadNil();
                json.WriteNullValue();
                return;
            case MessagePackType.Boolean:
                json.WriteBooleanValue(reader.ReadBoolean());
                return;
            case MessagePackType.Integer when reader.NextCode == MessagePackCode.UInt64:
                json.WriteNumberValue(reader.ReadUInt64());
                return;
            case MessagePackType.Integer:
                json.WriteNumberValue(reader.ReadInt64());
                return;
            case MessagePackType.Float:
                json.WriteNumberValue(Finite(reader.ReadDouble()));
                return;
            case MessagePackType.String:
                json.WriteStringValue(reader.ReadString());
                return;
            case MessagePackType.Binary:
                json.WriteBase64StringValue(reader.ReadBytes()!.Value.ToArray());
                return;
            case MessagePackType.Array:
                CopyArray(ref reader, json, options);
                return;
            case MessagePackType.Map:
                CopyMap(ref reader, json, options);
                return;
            default:
                throw new MessagePackSerializationException($"A value of type {reader.NextMessagePackType} has no place in a message.");
        }
    }

    private static void CopyArray(ref MessagePackReader reader, Utf8JsonWriter json, MessagePackSerializerOptions options)
    {
        var count = reader.ReadArrayHeader();
        options.Security.DepthStep(ref reader);
        json.WriteStartArray();
        for (var i = 0; i < count; i++)
        {
            Copy(ref reader, json, options);
        }
        json.WriteEndArray();
        reader.Depth--;
    }

    private static void CopyMap(ref MessagePackReader reader, Utf8JsonWriter json, MessagePackSerializerOptions options)
    {
        var count = reader.ReadMapHeader();
        options.Security.DepthStep(ref reader);
        json.WriteStartObject();
        for (var i = 0; i < count; i++)
        {
            json.WritePropertyName(reader.ReadString() ?? throw new MessagePackSerializationException("A name is null."));
            Copy(ref reader, json, options);
        }
        json.WriteEndObject();
        reader.Depth--;
    }

    private static double Finite(double number) =>
        double.IsFinite(number) ? number : throw new MessagePackSerializationException("A number is not finite.");
}
