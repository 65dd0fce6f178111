using MessagePack;
using System.Collections;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RealtimeTraining.Server.Http;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// The shape that an object has in JSON, in MessagePack: maps with the same names, the same discriminators, enums as the
/// same words. The one difference: bytes are bytes.
/// </summary>
internal static class JsonShapeWriter
{
    private static readonly JsonSerializerOptions Options = Ready(Json.Options);
    private static readonly ConcurrentDictionary<Type, (string Name, object? Value)?> Discriminators = new();

    public static void Write(ref MessagePackWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNil();
                return;
            case byte[] bytes:
                writer.Write(bytes);
                return;
            case string text:
                writer.Write(text);
                return;
            case bool truth:
                writer.Write(truth);
                return;
            case int or long or short or byte:
                writer.Write(Convert.ToInt64(value, null));
                return;
            case double number:
                writer.Write(Finite(number));
                return;
        }
        var type = Options.GetTypeInfo(value.GetType());
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object:
                WriteObject(ref writer, value, type);
                return;
            case JsonTypeInfoKind.Enumerable:
                WriteArray(ref writer, (IEnumerable)value);
                return;
            default:
                WriteElement(ref writer, JsonSerializer.SerializeToElement(value, type));
                return;
        }
    }

    private static void WriteObject(ref MessagePackWriter writer, object value, JsonTypeInfo type)
    {
        var written = new List<(string Name, object? Value)>(type.Properties.Count + 1);
        if (Discriminators.GetOrAdd(type.Type, Discriminator) is { } discriminator)
        {
            written.Add(discriminator);
        }
        foreach (var property in type.Properties)
        {
            if (property.Get is { } get && get(value) is var of && property.ShouldSerialize?.Invoke(value, of) != false)
            {
                written.Add((property.Name, of));
            }
        }
        writer.WriteMapHeader(written.Count);
        foreach (var (name, of) in written)
        {
            writer.Write(name);
            Write(ref writer, of);
        }
    }

    private static void WriteArray(ref MessagePackWriter writer, IEnumerable values)
    {
        var items = values.Cast<object?>().ToList();
        writer.WriteArrayHeader(items.Count);
        foreach (var item in items)
        {
            Write(ref writer, item);
        }
    }

    // What tells a type apart stands at the base that declares its kinds.
    private static (string Name, object? Value)? Discriminator(Type type)
    {
        for (var ancestor = type; ancestor is not null && ancestor != typeof(object); ancestor = ancestor.BaseType)
        {
            if (Options.GetTypeInfo(ancestor).PolymorphismOptions is { } kinds)
            {
                return kinds.DerivedTypes.Where(kind => kind.DerivedType == type)
                    .Select(kind => ((string, object?)?)(kinds.TypeDiscriminatorPropertyName, kind.TypeDiscriminator)).FirstOrDefault();
            }
        }
        return null;
    }

    private static void WriteElement(ref MessagePackWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                writer.Write(element.GetString());
                return;
            case JsonValueKind.Number when element.TryGetInt64(out var whole):
                writer.Write(whole);
                return;
            case JsonValueKind.Number:
                writer.Write(element.GetDouble());
                return;
            case JsonValueKind.True or JsonValueKind.False:
                writer.Write(element.GetBoolean());
                return;
            case JsonValueKind.Array:
                writer.WriteArrayHeader(element.GetArrayLength());
                foreach (var item in element.EnumerateArray())
                {
                    WriteElement(ref writer, item);
                }
                return;
            case JsonValueKind.Object:
                writer.WriteMapHeader(element.GetPropertyCount());
                foreach (var property in element.EnumerateObject())
                {
                    writer.Write(property.Name);
                    WriteElement(ref writer, property.Value);
                }
                return;
            default:
                writer.WriteNil();
                return;
        }
    }

    private static JsonSerializerOptions Ready(JsonSerializerOptions options)
    {
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static double Finite(double number) =>
        double.IsFinite(number) ? number : throw new MessagePackSerializationException("A number is not finite.");
}
