using System.Text.Json;

namespace RealtimeTraining.Models.Catalogue;

/// <summary>Takes fields out of one JSON object, once each, and says by name what is wrong with which.</summary>
internal sealed class EntryFields
{
    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);

    public EntryFields(JsonElement json, string label)
    {
        Label = label;
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new ModelCatalogueException($"{label} is not an object.");
        }
        foreach (var field in json.EnumerateObject())
        {
            if (!_fields.TryAdd(field.Name, field.Value))
            {
                throw Wrong(field.Name, "is there twice");
            }
        }
    }

    public string Label { get; set; }

    public ModelCatalogueException Wrong(string field, string why) => new($"{Label}: \"{field}\" {why}.");

    public string Text(string field, int maxLength = 500) => OptionalText(field, maxLength) ?? throw Wrong(field, "is missing");

    public string? OptionalText(string field, int maxLength = 500)
    {
        if (!_fields.Remove(field, out var value))
        {
            return null;
        }
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(field, "has to be a text");
        return text.Length > 0 && text.Length <= maxLength && !text.Any(char.IsControl)
            ? text : throw Wrong(field, $"has to have 1 to {maxLength} characters in one line");
    }

    public long Number(string field, long least, long most, long? otherwise = null)
    {
        if (!_fields.Remove(field, out var value))
        {
            return otherwise ?? throw Wrong(field, "is missing");
        }
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= least && number <= most
            ? number : throw Wrong(field, $"has to be a whole number from {least:N0} to {most:N0}");
    }

    public bool Flag(string field) => _fields.Remove(field, out var value) && value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(field, "has to be true or false"),
    };

    public Uri HttpsUrl(string field)
    {
        var text = Text(field, 2000);
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.UserInfo.Length == 0
            ? url : throw Wrong(field, $"has to be an address with https://, without a user's name, not \"{text}\"");
    }

    public IReadOnlyList<string> Texts(string field, int most)
    {
        if (!_fields.Remove(field, out var value))
        {
            throw Wrong(field, "is missing");
        }
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() is var length && (length == 0 || length > most)
            || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String || item.GetString() is not { Length: > 0 and <= 40 }))
        {
            throw Wrong(field, $"has to be a list of 1 to {most} short texts");
        }
        return [.. value.EnumerateArray().Select(item => item.GetString()!)];
    }

    public EntryFields? Inner(string field) => _fields.Remove(field, out var value) ? new EntryFields(value, $"{Label}, {field}") : null;

    /// <summary>A field that nobody asked for is a slip of the pen that would otherwise be ignored.</summary>
    public void NothingElse()
    {
        if (_fields.Keys.FirstOrDefault() is { } unknown)
        {
            throw Wrong(unknown, "is not a field that is known here");
        }
    }
}
