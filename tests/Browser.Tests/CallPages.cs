using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace RealtimeTraining.Browser.Tests;

/// <summary>What a trainee does in the browser, in the words of the pages.</summary>
internal static partial class CallPages
{
    /// <summary>Generous, since these machines are shared; nothing waits this long when all is well.</summary>
    private const float PatienceMs = 60_000;

    public static async Task SignInAsync(this IPage page, string name = "Maya")
    {
        page.SetDefaultTimeout(PatienceMs);
        await page.GotoAsync("/");
        var person = page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex(name) });
        await person.ShownAsync(page);
        await person.ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex("Who will you talk to") }).WaitForAsync();
    }

    /// <summary>From the sign-in page into a call that has been answered.</summary>
    public static async Task PlaceCallAsync(this IPage page, string scenario, bool byVoice = true)
    {
        await page.SignInAsync();
        await page.GotoAsync($"/scenarios/{scenario}");
        var button = byVoice
            ? page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Call [A-Z][a-z]+ [A-Z]") })
            : page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("type instead") });
        await button.ClickAsync();
        await page.WaitForURLAsync(CallAddress());
        await page.UntilAnsweredAsync();
    }

    /// <summary>It has rung, and the patient begins to speak.</summary>
    public static Task UntilAnsweredAsync(this IPage page) => page.GetByText(new Regex(" is speaking$")).First.WaitForAsync();

    /// <summary>Waits for it; when it never comes, says what the page shows instead.</summary>
    public static async Task ShownAsync(this ILocator locator, IPage page)
    {
        try
        {
            await locator.WaitForAsync();
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Not on {page.Url}: {locator}\n{await page.Locator("body").InnerTextAsync()}");
        }
    }

    public static string CallId(this IPage page) => CallAddress().Match(page.Url).Groups[1].Value;

    /// <summary>The badge that says which way the sound goes.</summary>
    /// <param name="path">As it says it: "WebRTC", "hub".</param>
    public static ILocator PathBadge(this IPage page, string path) => page.GetByText(new Regex($"^Connected · {path}")).First;

    /// <summary>Waits for words that were said in the call.</summary>
    public static Task UntilTranscriptAsync(this IPage page, string words) =>
        page.GetByText(new Regex(words, RegexOptions.IgnoreCase)).First.WaitForAsync();

    public static async Task TypeLineAsync(this IPage page, string line)
    {
        await page.Keyboard.PressAsync("t");
        await page.Keyboard.TypeAsync(line);
        await page.Keyboard.PressAsync("Enter");
    }

    public static Task HangUpAsync(this IPage page) => page.UntilAsync(
        async () =>
        {
            // The second press has to come soon after the first, which a busy machine may miss.
            await page.Locator("body").PressAsync("Escape");
            await page.Locator("body").PressAsync("Escape");
            return new Uri(page.Url).AbsolutePath.StartsWith("/calls/", StringComparison.Ordinal);
        },
        "the call is hung up and its debrief shown");

    public static async Task UntilAsync(this IPage page, Func<Task<bool>> happened, string what)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await happened())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds < PatienceMs, $"Never: {what}.");
            // The page's own next frame, rather than a time.
            await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(done))");
        }
    }

    [GeneratedRegex("/call/([0-9a-f-]{36})")]
    private static partial Regex CallAddress();
}
