using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Browser.Tests;

/// <summary>A call of one channel: its voices are told apart, its words found, and it is put on paper. With the real ffmpeg and recogniser.</summary>
public sealed class ReviewFindTests : IDisposable
{
    private readonly TrainingServer _server = TrainingServer.Start();
    private readonly TestFolder _folder = new();

    [BrowserFact]
    public async Task CallOfOneChannel_IsToldApartFoundAndPrinted()
    {
        var recording = await RecordingAsync();
        await using var chromium = await Chromium.LaunchAsync();
        var page = await chromium.OpenAsync(_server.Address, 1600, 900);
        await page.SignInAsync("Priya");
        await page.GotoAsync("/reviews");
        await page.Locator("input[type=file]").SetInputFilesAsync(recording);
        page.SetDefaultTimeout(180_000);
        await page.GetByRole(AriaRole.Button, new() { Name = "Swap the voices of call.wav" }).ShownAsync(page);

        // By keyboard: words, and to the place in the call.
        await page.GotoAsync("/reviews/find");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Words" }).FocusAsync();
        await page.Keyboard.TypeAsync("worry");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Nothing fits all of that").ShownAsync(page);
        await CheckAsync(page, "nothing found", 1600);
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Words" }).FillAsync("calling");
        await page.Keyboard.PressAsync("Enter");
        var found = page.GetByRole(AriaRole.List, new() { Name = "What was found" });
        await found.ShownAsync(page);
        await CheckAsync(page, "what was found", 1600);
        await SnapAsync(page, "find-1600");
        await page.SetViewportSizeAsync(360, 800);
        await CheckAsync(page, "what was found", 360);
        await SnapAsync(page, "find-360");
        await page.SetViewportSizeAsync(1600, 900);
        await found.GetByRole(AriaRole.Link).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Who is who was told by the voices.").ShownAsync(page);
        await page.WaitForFunctionAsync("() => document.activeElement?.id.startsWith('line-') && document.querySelector('audio').currentTime > 0");
        await page.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("staff in the upper half") }).ShownAsync(page);
        await SnapAsync(page, "call-1600");
        var lines = await page.GetByRole(AriaRole.List, new() { Name = "Transcript" }).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^(Staff|Caller)") }).AllInnerTextsAsync();
        Assert.Contains(lines, line => line.StartsWith("Staff", StringComparison.Ordinal) && line.Contains("calling", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Caller", StringComparison.Ordinal) && line.Contains("question", StringComparison.Ordinal));

        await page.GetByRole(AriaRole.Link, new() { Name = "Print or save as PDF" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 2, Name = "What was said" }).ShownAsync(page);
        await CheckAsync(page, "on paper", 1600);
        await page.SetViewportSizeAsync(360, 800);
        await CheckAsync(page, "on paper", 360);
        await SnapAsync(page, "print-360");
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true });
        var content = Encoding.Latin1.GetString(pdf);
        Assert.StartsWith("%PDF-", content, StringComparison.Ordinal);
        // A4 in points, and the name that browsers propose.
        Assert.Matches(@"/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]", content);
        Assert.Contains("/Title", content, StringComparison.Ordinal);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "Print or save as PDF" }).IsVisibleAsync());
        await KeepAsync(pdf);
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    /// <summary>A woman and a man in turns, in one channel.</summary>
    private async Task<string> RecordingAsync()
    {
        var (staff, caller, call) = (Path.Combine(_folder.Path, "staff.wav"), Path.Combine(_folder.Path, "caller.wav"), Path.Combine(_folder.Path, "call.wav"));
        await new SpokenFile().Silence(500).Say("Thank you for calling Riverside. How can I help you?").SilenceUntil(10_000).Say("I am sorry to hear that. May I have your full name, please?")
            .SilenceUntil(18_000).Say("Thank you. Let me look at your account. It will take a minute.").Silence(800).SaveAsync(staff);
        await new SpokenFile().SilenceUntil(5_000).Say("I have a question about my bill. It is much too high this month.", "rms")
            .SilenceUntil(14_500).Say("It is Fowler, and I need this to be done today.", "rms").Silence(8_000).SaveAsync(caller);
        using var ffmpeg = Process.Start("ffmpeg", ["-v", "error", "-nostdin", "-i", staff, "-i", caller, "-filter_complex", "[0:a][1:a]amix=inputs=2:duration=longest:normalize=0", "-ac", "1", call]);
        await ffmpeg.WaitForExitAsync();
        Assert.Equal(0, ffmpeg.ExitCode);
        return call;
    }

    /// <summary>Pictures to look at, where somebody asks for them: REALTIME_SNAPS names a folder.</summary>
    private static async Task SnapAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("REALTIME_SNAPS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }

    private static async Task KeepAsync(byte[] pdf)
    {
        if (Environment.GetEnvironmentVariable("REALTIME_SNAPS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "review.pdf"), pdf);
        }
    }

    private static async Task CheckAsync(IPage page, string name, int width)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Checkout.Path("web", "node_modules", "axe-core", "axe.min.js")));
        var result = await page.EvaluateAsync<JsonElement>("async () => (await axe.run()).violations.map(v => ({ id: v.id, impact: v.impact, where: v.nodes.map(n => n.target.join(' ')).slice(0, 3) }))");
        var serious = result.EnumerateArray().Where(v => v.GetProperty("impact").GetString() is "serious" or "critical").Select(v => v.ToString()).ToList();
        Assert.True(serious.Count == 0, $"{name} at {width}: {string.Join('\n', serious)}");
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth");
        Assert.True(overflow <= 0, $"{name} is {overflow} px too wide at {width}.");
    }
}
