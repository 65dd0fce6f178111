using System.Globalization;
using System.Text.RegularExpressions;

namespace RealtimeTraining.TestKit;

/// <summary>A line with the silent pauses of the person who says it: "may I have your [600] full name" pauses for 600 ms.</summary>
public static partial class PausedText
{
    /// <summary>The words alone.</summary>
    public static string Plain(string text) => Mark().Replace(text, " ");

    /// <summary>What is said between the pauses, and the pause behind each part; 0 behind the last.</summary>
    public static IReadOnlyList<(string Text, int PauseMs)> Parts(string text)
    {
        var parts = new List<(string, int)>();
        var at = 0;
        foreach (Match mark in Mark().Matches(text))
        {
            parts.Add((text[at..mark.Index], int.Parse(mark.Groups[1].Value, CultureInfo.InvariantCulture)));
            at = mark.Index + mark.Length;
        }
        return [.. parts, (text[at..], 0)];
    }

    [GeneratedRegex(@"\s*\[(\d{1,5})\]\s*")]
    private static partial Regex Mark();
}
