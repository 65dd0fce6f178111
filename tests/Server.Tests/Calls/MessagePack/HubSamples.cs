using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Threading.Channels;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Supervision;

namespace RealtimeTraining.Server.Tests.Calls;

/// <summary>One of everything that travels over the hubs, found by their methods, so that a new type cannot be forgotten.</summary>
internal static class HubSamples
{
    /// <summary>What the hubs' methods take and give, and every kind of event.</summary>
    public static IReadOnlyList<Type> Types { get; } =
    [
        .. new[] { typeof(CallHub), typeof(SupervisionHub) }
            .SelectMany(hub => hub.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(method => method.GetBaseDefinition().DeclaringType == hub))
            .Concat(typeof(ICallClient).GetMethods())
            .Concat(typeof(ISupervisionClient).GetMethods())
            .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType))
            .Select(Carried)
            .Where(type => type != typeof(Task) && type != typeof(CancellationToken) && !type.IsAbstract)
            .Concat(Events)
            .Distinct()
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    private static IEnumerable<Type> Events =>
        typeof(CallEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(derived => derived.DerivedType);

    /// <param name="whole">False: everything that may be null is null, and every list is empty.</param>
    public static object Of(Type type, bool whole)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return whole ? Of(inner, whole) : null!;
        }
        return type switch
        {
            _ when type == typeof(string) => whole ? "It's \"so\" – 5 < 6 é 👩‍⚕️\n" : "",
            _ when type == typeof(int) => whole ? -70_000 : 0,
            _ when type == typeof(long) => whole ? 1L << 40 : 0L,
            _ when type == typeof(double) => whole ? 0.1 : 1.0,
            _ when type == typeof(bool) => whole,
            _ when type == typeof(Guid) => Guid.Parse("01a1fe74-6d34-7e5b-a4a2-b605cdb0421e"),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 11, 23, 9, 0, 0, 123, TimeSpan.FromHours(whole ? 1 : 0)),
            _ when type == typeof(byte[]) => whole ? new byte[] { 0, 1, 127, 128, 255 } : [],
            _ when type == typeof(CallEvent) => Of(typeof(UtteranceSpoken), whole),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(whole ? Enum.GetValues(type).Length - 1 : 0)!,
            _ when type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) => List(type.GetGenericArguments()[0], whole),
            _ => Record(type, whole),
        };
    }

    private static Array List(Type item, bool whole)
    {
        object[] items = !whole ? [] : item == typeof(CallEvent) ? [.. Events.Select(type => Of(type, whole))] : [Of(item, true), Of(item, false)];
        var list = Array.CreateInstance(item, items.Length);
        items.CopyTo(list, 0);
        return list;
    }

    private static object Record(Type type, bool whole)
    {
        var nullability = new NullabilityInfoContext();
        var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            whole || nullability.Create(parameter).WriteState != NullabilityState.Nullable ? Of(parameter.ParameterType, whole) : null)]);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is { IsPublic: true }))
        {
            if (constructor.GetParameters().All(parameter => parameter.Name != property.Name))
            {
                property.SetValue(made, whole || nullability.Create(property).WriteState != NullabilityState.Nullable ? Of(property.PropertyType, whole) : null);
            }
        }
        return made;
    }

    private static Type Carried(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var open
        && (open == typeof(Task<>) || open == typeof(ChannelReader<>) || open == typeof(IAsyncEnumerable<>)) ? type.GetGenericArguments()[0] : type;
}
