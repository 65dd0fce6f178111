using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace RealtimeTraining.Server.Scenarios.Files;

/// <summary>
/// Turns YAML parts into records and remembers where each value stood ("goals[2].id"). It goes on after a mistake: what
/// is missing or wrong becomes an empty value, so that the rest of the file is looked at too.
/// </summary>
public sealed class Binder(MistakeList mistakes)
{
    public const int MostItems = 200;

    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _faulty = new(StringComparer.Ordinal);

    /// <summary>Where the value at this path stands; where its owner stands when it was left out.</summary>
    public Place PlaceOf(string path)
    {
        for (var at = path; ; at = at[..Math.Max(0, at.LastIndexOfAny(['.', '[']))])
        {
            if (at.Length == 0 || _places.TryGetValue(at, out _))
            {
                return _places.GetValueOrDefault(at, Place.Start);
            }
        }
    }

    /// <summary>The value, or the field that it should stand in, has a mistake of its own already.</summary>
    public bool IsFaulty(string path) => _faulty.Contains(path);

    public T Bind<T>(YamlPart root) where T : class => (T)Value(root, typeof(T), "")!;

    private object? Value(YamlPart part, Type type, string path)
    {
        _places[path] = part.Place;
        if (ItemType(type) is { } item)
        {
            return List(part, item, path);
        }
        if (KeyAndValue(type) is var (key, value))
        {
            return Dictionary(part, key, value, path);
        }
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) || plain.IsPrimitive || plain.IsEnum ? Plain(part, plain, path) : Record(part, plain, path);
    }

    private object? Plain(YamlPart part, Type type, string path)
    {
        if (part is not YamlText text)
        {
            return Fail(part.Place, path, type, $"{Name(path)} must be {Kind(type)}, but {(part is YamlList ? "a list" : "a set of fields")} stands here.");
        }
        if (text.IsNothing)
        {
            return Fail(part.Place, path, type, $"{Name(path)} is empty. Give it {Kind(type)}, or leave the field out if it is optional.");
        }
        if (type == typeof(string))
        {
            return text.Value;
        }
        if (type == typeof(int))
        {
            return int.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                ? whole : Fail(part.Place, path, type, $"{Name(path)} must be a whole number, not '{Short(text.Value)}'.");
        }
        if (type == typeof(double))
        {
            return double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? number : Fail(part.Place, path, type, $"{Name(path)} must be a number such as 0.5, not '{Short(text.Value)}'.");
        }
        if (type == typeof(bool))
        {
            return text.Value is "true" or "false"
                ? text.Value == "true" : Fail(part.Place, path, type, $"{Name(path)} must be true or false, not '{Short(text.Value)}'.");
        }
        return EnumValue(text, type) ?? Fail(part.Place, path, type, UnknownName(text.Value, type, Name(path)));
    }

    private object Record(YamlPart part, Type type, string path)
    {
        var properties = type.GetProperties().Where(property => property.CanWrite && property.GetIndexParameters().Length == 0)
            .ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        var map = part as YamlMap;
        if (map is null)
        {
            Fail(part.Place, path, type, $"{Name(path)} must be a set of fields ({string.Join(", ", properties.Keys)}).");
        }
        foreach (var field in map?.Fields ?? [])
        {
            if (!properties.TryGetValue(field.Name.Value, out var property))
            {
                var rest = properties.Keys.Except(map!.Fields.Select(other => other.Name.Value)).ToList();
                var meant = Spelling.DidYouMean(field.Name.Value, rest);
                if (meant.Length > 0)
                {
                    _faulty.Add(Join(path, meant.Split('\'')[1]));
                }
                mistakes.Add(field.Name.Place, $"Unknown field '{Short(field.Name.Value)}'{(meant.Length > 0 ? meant : $". Known here: {string.Join(", ", properties.Keys)}.")}");
                continue;
            }
            values[field.Name.Value] = Value(field.Value, property.PropertyType, Join(path, field.Name.Value));
        }
        return Make(type, properties, values, path, part.Place, complain: map is not null);
    }

    private object Make(
        Type type, Dictionary<string, PropertyInfo> properties, Dictionary<string, object?> values, string path, Place place, bool complain)
    {
        var constructor = type.GetConstructors().OrderBy(candidate => candidate.GetParameters().Length).Last();
        var positional = constructor.GetParameters().Select(parameter => parameter.Name!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, property) in properties)
        {
            var required = positional.Contains(name) || property.IsDefined(typeof(RequiredMemberAttribute));
            if (!required || values.GetValueOrDefault(name) is not null)
            {
                continue;
            }
            var field = Join(path, name);
            if (complain && !_faulty.Contains(field))
            {
                mistakes.Add(place, $"Field '{name}' is missing{(path.Length > 0 ? $" in {Name(path)}" : "")}. Add '{name}:' with {Kind(property.PropertyType)}.");
            }
            _faulty.Add(field);
            values[name] = Empty(property.PropertyType);
        }
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => values[JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!)])]);
        foreach (var (name, value) in values.Where(pair => !positional.Contains(pair.Key) && pair.Value is not null))
        {
            properties[name].SetValue(made, value);
        }
        return made;
    }

    private IList List(YamlPart part, Type item, string path)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        if (part is not YamlList written)
        {
            var sort = part is YamlMap ? "fields stand" : "a single value stands";
            Fail(part.Place, path, typeof(void), $"{Name(path)} must be a list with a line '- ...' for each entry, but {sort} here.");
            return list;
        }
        if (written.Items.Count > MostItems)
        {
            Fail(part.Place, path, typeof(void), $"{Name(path)} has {written.Items.Count} entries; {MostItems} are the most.");
        }
        if (written.Items.Count == 0)
        {
            Fail(part.Place, path, typeof(void), $"{Name(path)} is an empty list. Give it an entry, or leave the field out if it is optional.");
        }
        for (var i = 0; i < Math.Min(MostItems, written.Items.Count); i++)
        {
            list.Add(Value(written.Items[i], item, $"{path}[{i}]") ?? Empty(item));
        }
        return list;
    }

    private IDictionary Dictionary(YamlPart part, Type key, Type value, string path)
    {
        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value))!;
        if (part is not YamlMap map || map.Fields.Count == 0)
        {
            Fail(part.Place, path, typeof(void), $"{Name(path)} must have at least one line 'name: value'.");
            return dictionary;
        }
        foreach (var field in map.Fields)
        {
            var name = key.IsEnum ? EnumValue(field.Name, key) : field.Name.Value;
            if (name is null)
            {
                Fail(field.Name.Place, path, typeof(void), UnknownName(field.Name.Value, key, Name(path)));
                continue;
            }
            dictionary.Add(name, Value(field.Value, value, Join(path, field.Name.Value)) ?? Empty(value));
        }
        return dictionary;
    }

    private object? Fail(Place place, string path, Type type, string reason)
    {
        mistakes.Add(place, reason);
        _faulty.Add(path);
        return type.IsPrimitive || type.IsEnum ? Activator.CreateInstance(type) : null;
    }

    private static object? EnumValue(YamlText text, Type type)
    {
        var index = Array.IndexOf(EnumNames(type), text.Value);
        return index < 0 ? null : Enum.GetValues(type).GetValue(index);
    }

    private static string UnknownName(string word, Type type, string name)
    {
        var meant = Spelling.DidYouMean(word, EnumNames(type));
        return $"'{Short(word)}' is not known for {name}{(meant.Length > 0 ? meant : ".")} Use one of: {string.Join(", ", EnumNames(type))}.";
    }

    private static string[] EnumNames(Type type) => [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)];

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Name(string path) => path.Length == 0 ? "the scenario" : $"'{path}'";

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static string Kind(Type type) => type switch
    {
        _ when type == typeof(string) => "text",
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(double) => "a number",
        _ when type == typeof(bool) => "true or false",
        { IsEnum: true } => $"one of: {string.Join(", ", EnumNames(type))}",
        _ when Nullable.GetUnderlyingType(type) is { } inner => Kind(inner),
        _ when ItemType(type) is not null => "a list",
        _ => "its fields",
    };

    private static object? Empty(Type type) =>
        type == typeof(string) ? ""
        : type.IsValueType ? Activator.CreateInstance(type)
        : ItemType(type) is { } item ? Activator.CreateInstance(typeof(List<>).MakeGenericType(item))
        : KeyAndValue(type) is var (key, value) ? Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value))
        : EmptyRecord(type);

    private static object EmptyRecord(Type type)
    {
        var constructor = type.GetConstructors().OrderBy(candidate => candidate.GetParameters().Length).Last();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Empty(parameter.ParameterType))]);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && property.GetValue(made) is null && property.IsDefined(typeof(RequiredMemberAttribute))))
        {
            property.SetValue(made, Empty(property.PropertyType));
        }
        return made;
    }

    private static Type? ItemType(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private static (Type Key, Type Value)? KeyAndValue(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
            ? (type.GetGenericArguments()[0], type.GetGenericArguments()[1]) : null;
}
