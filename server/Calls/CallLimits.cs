using System.Text;
using Microsoft.Extensions.Options;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Calls;

/// <summary>What a browser may send: sizes, ranges and rates, each refused with a code. Singleton.</summary>
public sealed class CallLimits(IOptions<CallOptions> options, TimeProvider time)
{
    private const int MessagesPerSecond = 50;
    private readonly Dictionary<string, (long Second, int Count)> _counts = [];
    private readonly Lock _lock = new();

    public void Check(StartCall request)
    {
        if (string.IsNullOrWhiteSpace(request.ScenarioId) || request.ScenarioId.Length > 200)
        {
            throw CallError.ScenarioNotFound("");
        }
        if (!Enum.IsDefined(request.Difficulty))
        {
            throw new CallError("difficultyUnknown", $"Choose one of: {string.Join(", ", Enum.GetNames<Difficulty>())}.");
        }
    }

    /// <summary>A browser cannot have seen what has not happened: it follows another call, or the server lost its log.</summary>
    public static void CheckSeq(long lastSeq, long newest)
    {
        if (lastSeq < 0 || lastSeq > newest)
        {
            throw new CallError("seqOutOfRange", "This page shows another state of the call than the server. Reload it.");
        }
    }

    /// <summary>A call lasts hours, not days.</summary>
    public static void CheckCaptured(long captured)
    {
        if (captured is < 0 or > 16_000L * 86_400)
        {
            throw new CallError("audioOutOfRange", "The browser counts its microphone from another time. Reload the page.");
        }
    }

    /// <summary>Typed text without control and direction characters, white space folded.</summary>
    public string Clean(string? text)
    {
        if (text is null || text.Length > options.Value.MaxTypedCharacters)
        {
            throw new CallError("textTooLong", $"A line can have at most {options.Value.MaxTypedCharacters:N0} characters. Send it in parts.");
        }
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || category == System.Globalization.UnicodeCategory.Control)
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (category is not (System.Globalization.UnicodeCategory.Surrogate or System.Globalization.UnicodeCategory.PrivateUse) && !ChangesDirection(rune))
            {
                clean.Append(rune.ToString());
            }
        }
        var result = clean.ToString().Trim();
        return result.Length > 0 ? result : throw new CallError("textEmpty", "There is nothing to say in that line.");
    }

    /// <summary>A browser needs a few messages a second; one that floods is refused until the next.</summary>
    public void Count(string connectionId)
    {
        var second = time.GetTimestamp() / time.TimestampFrequency;
        lock (_lock)
        {
            var (last, count) = _counts.GetValueOrDefault(connectionId);
            count = last == second ? count + 1 : 1;
            if (_counts.Count > 10_000)
            {
                _counts.Clear();
            }
            _counts[connectionId] = (second, count);
            if (count > MessagesPerSecond)
            {
                throw new CallError("tooFast", "Too many messages at once. Wait a second.");
            }
        }
    }

    // Marks that turn the direction of what follows; they could make a transcript read otherwise than it was typed.
    // The zero-width joiner (U+200D) stays: it holds emoji together.
    private static bool ChangesDirection(Rune rune) =>
        rune.Value is 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;
}
