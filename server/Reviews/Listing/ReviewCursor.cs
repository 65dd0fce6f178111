using System.Globalization;

namespace RealtimeTraining.Server.Reviews;

/// <summary>A place in the list: a moment, and how many of that very moment were shown already, as several files begin at once.</summary>
internal sealed record ReviewCursor(DateTimeOffset At, int Shown)
{
    public static ReviewCursor After(IReadOnlyList<RecordedCallRow> page, ReviewCursor? before)
    {
        var at = page[^1].UploadedAt;
        return new ReviewCursor(at, page.Count(row => row.UploadedAt == at) + (before?.At == at ? before.Shown : 0));
    }

    /// <param name="cursor">Null for the beginning of the list.</param>
    /// <returns>False when the text is no cursor of this server's.</returns>
    public static bool TryRead(string? text, out ReviewCursor? cursor)
    {
        cursor = null;
        if (text is null)
        {
            return true;
        }
        if (text.Split('-') is not [var at, var shown] || !long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            || milliseconds > 253_402_300_799_999 || !int.TryParse(shown, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return false;
        }
        cursor = new ReviewCursor(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), count);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()}-{Shown}");
}
