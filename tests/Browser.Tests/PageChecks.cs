using Microsoft.Playwright;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Browser.Tests;

internal static class PageChecks
{
    /// <summary>Nothing serious for those who do not see it, and nothing beside the window.</summary>
    /// <param name="name">What is looked at, for the message.</param>
    /// <param name="width">Of the window, likewise.</param>
    public static async Task CheckAsync(this IPage page, string name, int width)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Checkout.Path("web", "node_modules", "axe-core", "axe.min.js")));
        var serious = await page.SeriousFindingsAsync();
        if (serious.Count > 0)
        {
            // A page is read piece by piece; one that changed meanwhile is found to be what it never was.
            await page.EvaluateAsync("() => Promise.allSettled(document.getAnimations().filter(a => a.effect?.getComputedTiming().endTime !== Infinity).map(a => a.finished))");
            serious = [.. serious.Intersect(await page.SeriousFindingsAsync())];
        }
        Assert.True(serious.Count == 0, $"{name} at {width}: {string.Join('\n', serious)}");
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth");
        Assert.True(overflow <= 0, $"{name} is {overflow} px too wide at {width}.");
    }

    /// <summary>The same on a telephone and on a wide screen, where the window is left.</summary>
    public static async Task CheckBothAsync(this IPage page, string name)
    {
        foreach (var (width, height) in ((int, int)[])[(360, 800), (1600, 900)])
        {
            await page.SetViewportSizeAsync(width, height);
            await page.CheckAsync(name, width);
        }
    }

    private static async Task<IReadOnlyList<string>> SeriousFindingsAsync(this IPage page) => await page.EvaluateAsync<string[]>("""
        async () => (await axe.run()).violations
          .filter((v) => v.impact === 'serious' || v.impact === 'critical')
          .flatMap((v) => v.nodes.map((n) => `${v.id} (${v.impact}) at ${n.target.join(' ')}`))
        """);
}
