using System.Text;
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
        var recording = await TwoPartyRecording.InOneChannelAsync(_folder);
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
        await page.CheckAsync("nothing found", 1600);
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Words" }).FillAsync("calling");
        await page.Keyboard.PressAsync("Enter");
        var found = page.GetByRole(AriaRole.List, new() { Name = "What was found" });
        await found.ShownAsync(page);
        await page.CheckAsync("what was found", 1600);
        await page.SnapAsync("find-1600");
        await page.SetViewportSizeAsync(360, 800);
        await page.CheckAsync("what was found", 360);
        await page.SnapAsync("find-360");
        await page.SetViewportSizeAsync(1600, 900);
        await found.GetByRole(AriaRole.Link).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Who is who was told by the voices.").ShownAsync(page);
        await page.WaitForFunctionAsync("() => document.activeElement?.id.startsWith('line-') && document.querySelector('audio').currentTime > 0");
        await page.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("staff in the upper half") }).ShownAsync(page);
        await page.SnapAsync("call-1600");
        var lines = await page.TranscriptLines().AllInnerTextsAsync();
        Assert.Contains(lines, line => line.StartsWith("Staff", StringComparison.Ordinal) && line.Contains("calling", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Caller", StringComparison.Ordinal) && line.Contains("question", StringComparison.Ordinal));

        await page.GetByRole(AriaRole.Link, new() { Name = "Print or save as PDF" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 2, Name = "What was said" }).ShownAsync(page);
        await page.CheckAsync("on paper", 1600);
        await page.SetViewportSizeAsync(360, 800);
        await page.CheckAsync("on paper", 360);
        await page.SnapAsync("print-360");
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

    private static async Task KeepAsync(byte[] pdf)
    {
        if (Environment.GetEnvironmentVariable("REALTIME_SNAPS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "review.pdf"), pdf);
        }
    }
}
