namespace RealtimeTraining.Models.Chat.LLamaSharp;

/// <summary>
/// Ends a reply before the first of its stop sequences. The end of the text that may still become one is held back.
/// Not thread-safe.
/// </summary>
internal sealed class StopText(IReadOnlyList<string> stops)
{
    private string _held = "";

    /// <summary>A stop sequence has come; nothing more is to be said.</summary>
    public bool HasStopped { get; private set; }

    /// <summary>What can be said now.</summary>
    public string Push(string text)
    {
        if (stops.Count == 0)
        {
            return text;
        }
        var all = _held + text;
        var at = stops.Select(stop => all.IndexOf(stop, StringComparison.Ordinal)).Where(index => index >= 0).DefaultIfEmpty(-1).Min();
        if (at >= 0)
        {
            (HasStopped, _held) = (true, "");
            return all[..at];
        }
        var held = stops.Max(stop => Overlap(all, stop));
        _held = all[^held..];
        return all[..^held];
    }

    /// <summary>What was held back, once no more text comes.</summary>
    public string Rest() => HasStopped ? "" : _held;

    private static int Overlap(string text, string stop)
    {
        var length = Math.Min(text.Length, stop.Length - 1);
        while (!text.EndsWith(stop[..length], StringComparison.Ordinal))
        {
            length--;
        }
        return length;
    }
}
