using System.Text.Json;
using System.Text.Json.Serialization;

namespace RealtimeTraining.Server.Calls;

/// <summary>Names a call. On the wire it is the plain UUID.</summary>
[JsonConverter(typeof(CallIdJsonConverter))]
public readonly record struct CallId(Guid Value) : IParsable<CallId>
{
    public static CallId New() => new(Guid.CreateVersion7());

    public static CallId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse(string? s, IFormatProvider? provider, out CallId result)
    {
        var ok = Guid.TryParse(s, provider, out var value);
        result = new CallId(value);
        return ok;
    }

    public override string ToString() => Value.ToString();
}

public sealed class CallIdJsonConverter : JsonConverter<CallId>
{
    public override CallId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, CallId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
