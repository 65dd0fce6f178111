using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace RealtimeTraining.Browser.Tests;

/// <summary>What people do on any page.</summary>
internal static class PageSteps
{
    /// <summary>Takes the first option of a list that has these words.</summary>
    public static async Task ChooseAsync(this IPage page, string list, string option)
    {
        await page.GetByRole(AriaRole.Combobox, new() { Name = list }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex(Regex.Escape(option)) }).First.ClickAsync();
    }

    /// <summary>By keyboard.</summary>
    public static async Task PressEnterAsync(this IPage page, ILocator what)
    {
        await what.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Pictures to look at, where somebody asks for them: REALTIME_SNAPS names a folder.</summary>
    public static async Task SnapAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("REALTIME_SNAPS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}
