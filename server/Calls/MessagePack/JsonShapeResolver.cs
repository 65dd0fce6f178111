using MessagePack;
using MessagePack.Formatters;
using System.Buffers;
using System.Text.Json;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.Calls;

/// <summary>Writes every type in the shape that it has in JSON, and reads that shape.</summary>
internal sealed class JsonShapeResolver : IFormatterResolver
{
    public static readonly JsonShapeResolver Instance = new();

    public IMessagePackFormatter<T>? GetFormatter<T>() => Formatter<T>.Instance;

    private sealed class Formatter<T> : IMessagePackFormatter<T>
    {
        public static readonly Formatter<T> Instance = new();

        public void Serialize(ref MessagePackWriter writer, T value, MessagePackSerializerOptions options) =>
            JsonShapeWriter.Write(ref writer, value);

        public T Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options)
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = JsonShapeReader.MaxDepth }))
            {
                JsonShapeReader.Copy(ref reader, json, options);
            }
            return JsonSerializer.Deserialize<T>(buffer.WrittenSpan, Json.Options)!;
        }
    }
}
