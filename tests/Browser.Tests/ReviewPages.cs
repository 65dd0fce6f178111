using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace RealtimeTraining.Browser.Tests;

/// <summary>A recorded call under review, as a coach sees it.</summary>
internal static class ReviewPages
{
    /// <param name="party">Whose; everybody's where it isn't said.</param>
    public static ILocator TranscriptLines(this IPage page, string party = "(Staff|Caller)") =>
        page.GetByRole(AriaRole.List, new() { Name = "Transcript" }).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^" + party) });

    /// <summary>The transcript has these words. The box that they were written into has them too, and may still stand there.</summary>
    public static Task CorrectedAsync(this IPage page, string words) => page.TranscriptLines().Filter(new() { HasText = words }).ShownAsync(page);
}
