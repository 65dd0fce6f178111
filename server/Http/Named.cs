using System.Diagnostics.CodeAnalysis;

namespace RealtimeTraining.Server.Http;

/// <summary>An enum's value in an address, spelled as in JSON or with a capital: "live", "Live". Numbers are refused.</summary>
[SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "How an address is read into it.")]
public readonly record struct Named<TEnum>(TEnum Value) : IParsable<Named<TEnum>>
    where TEnum : struct, Enum
{
    public static Named<TEnum> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var named) ? named : throw new FormatException($"Use one of: {string.Join(", ", Enum.GetNames<TEnum>())}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Named<TEnum> result)
    {
        var known = Enum.TryParse<TEnum>(s, ignoreCase: true, out var value) && char.IsAsciiLetter(s![0]) && Enum.IsDefined(value);
        result = new Named<TEnum>(value);
        return known;
    }
}
