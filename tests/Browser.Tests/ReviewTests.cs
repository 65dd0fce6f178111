using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Browser.Tests;

/// <summary>A coach's way with a recorded call, in a real browser with the real ffmpeg and recogniser.</summary>
public sealed class ReviewTests : IDisposable
{
    private readonly TrainingServer _server = TrainingServer.Start();
    private readonly TestFolder _folder = new();

    [BrowserFact]
    public async Task RecordedCall_IsUploadedReadAndHeard()
    {
        var recording = await TwoPartyRecording.InStereoAsync(_folder);
        await using var chromium = await Chromium.LaunchAsync();
        var page = await chromium.OpenAsync(_server.Address, 1600, 900);
        await page.SignInAsync("Priya");
        await page.GetByRole(AriaRole.Link, new() { Name = "Reviews" }).ClickAsync();
        await page.GetByLabel("Line or team").FillAsync("Front desk");
        await page.Locator("input[type=file]").SetInputFilesAsync(recording);

        await page.GetByText("Uploaded; it is in the list below").ShownAsync(page);
        page.SetDefaultTimeout(180_000);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("swap the sides of call") }).ShownAsync(page);
        await page.CheckAsync("the list", 1600);
        await page.GetByRole(AriaRole.Link, new() { Name = "call.wav" }).Last.ClickAsync();
        await page.GetByRole(AriaRole.List, new() { Name = "Moments" }).ShownAsync(page);
        await page.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("staff in the upper half") }).ShownAsync(page);
        await page.CheckAsync("the call", 1600);

        // By mouse: a line of the transcript plays from where it begins.
        var line = page.TranscriptLines().Last;
        await line.ClickAsync();
        await page.WaitForFunctionAsync("() => { const audio = document.querySelector('audio'); return !audio.paused && audio.currentTime > 4; }");
        Assert.Equal("true", await line.GetAttributeAsync("aria-current"));
        // By keyboard: stop, and to the first line.
        await page.Keyboard.PressAsync("k");
        await page.WaitForFunctionAsync("() => document.querySelector('audio').paused");
        await page.GetByRole(AriaRole.Button, new() { Name = "Swap the sides" }).ClickAsync();
        await page.GetByText("Staff is on the right.").ShownAsync(page);
        await page.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("staff in the lower half") }).ShownAsync(page);

        await page.SetViewportSizeAsync(360, 800);
        await page.CheckAsync("the call", 360);
        await page.GotoAsync("/reviews");
        await page.GetByRole(AriaRole.Link, new() { Name = "call.wav" }).ShownAsync(page);
        await page.CheckAsync("the list", 360);
    }

    [BrowserFact]
    public async Task LineIsCorrected_AndAMomentBecomesAPracticeCall_ByKeyboard()
    {
        var recording = await TwoPartyRecording.InStereoAsync(_folder);
        await using var chromium = await Chromium.LaunchAsync();
        var page = await chromium.OpenAsync(_server.Address, 1600, 900);
        await page.SignInAsync("Priya");
        await page.GotoAsync("/reviews");
        await page.Locator("input[type=file]").SetInputFilesAsync(recording);
        page.SetDefaultTimeout(180_000);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("swap the sides of call") }).ShownAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "call.wav" }).Last.ClickAsync();

        var pencil = page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Correct what was said at") }).Nth(1);
        await pencil.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var words = page.GetByRole(AriaRole.Textbox, new() { Name = "What was said" });
        await words.FillAsync("I am so worried about my bill");
        await page.CheckAsync("a line being corrected", 1600);
        await page.Keyboard.PressAsync("Tab");
        await page.GetByRole(AriaRole.Button, new() { Name = "Correct", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.CorrectedAsync("I am so worried about my bill");

        // The moments follow the correction: what had the focus a moment ago may be drawn anew.
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Practise this: Feeling") }).First.PressAsync("Enter");
        await page.GetByRole(AriaRole.Region, new() { Name = "The real call" }).ShownAsync(page);
        await page.CheckAsync("the practice call", 1600);
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex("nothing in it tells who") }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save, ready to practise" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Region, new() { Name = "Who practises it" }).ShownAsync(page);

        await page.SetViewportSizeAsync(360, 800);
        await page.CheckAsync("the practice call", 360);
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.List, new() { Name = "Moments" }).ShownAsync(page);
        await page.CheckAsync("the call", 360);
    }

    [BrowserFact]
    public async Task Trainee_SeesNoWayThere_AndIsToldWhy()
    {
        await using var chromium = await Chromium.LaunchAsync();
        var page = await chromium.OpenAsync(_server.Address);
        await page.SignInAsync();

        Assert.Equal(0, await page.GetByRole(AriaRole.Link, new() { Name = "Reviews" }).CountAsync());
        await page.GotoAsync("/reviews");
        await page.GetByText("Only coaches and administrators may see recorded calls.").ShownAsync(page);
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }
}
