namespace RealtimeTraining.Models.Chat.LLamaSharp;

/// <summary>When a reply's first and latest tokens came. Not thread-safe.</summary>
internal sealed class ReplyClock(TimeProvider time)
{
    private readonly long _asked = time.GetTimestamp();
    private long _first;
    private long _latest;

    /// <summary>From the first token to the latest.</summary>
    public TimeSpan SinceFirst => time.GetElapsedTime(_first, _latest);

    /// <summary>A token has come.</summary>
    /// <returns>How long the first was waited for; null for the others.</returns>
    public TimeSpan? Token()
    {
        var isFirst = _first == 0;
        _latest = time.GetTimestamp();
        if (isFirst)
        {
            _first = _latest;
        }
        return isFirst ? time.GetElapsedTime(_asked, _first) : null;
    }
}
