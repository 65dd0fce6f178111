using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Browser.Tests;

/// <summary>A recorded call between a coach and who took it, in a real browser with the real ffmpeg and recogniser.</summary>
public sealed class CoachingTests : IDisposable
{
    private readonly TrainingServer _server = TrainingServer.Start();
    private readonly TestFolder _folder = new();

    [BrowserFact]
    public async Task ReviewIsShared_AnsweredByKeyboard_AndSettled()
    {
        await using var chromium = await Chromium.LaunchAsync();
        var coach = await CoachAtARecordingAsync(chromium);
        await coach.GetByRole(AriaRole.Textbox, new() { NameRegex = new Regex("^At 0:") }).FillAsync("Well begun, Maya.");
        await coach.GetByRole(AriaRole.Button, new() { Name = "Add it" }).ClickAsync();
        await coach.GetByRole(AriaRole.Button, new() { Name = "Hand it in" }).ClickAsync();
        await coach.GetByRole(AriaRole.Button, new() { Name = "Hand it in for good" }).ClickAsync();
        await coach.GetByRole(AriaRole.Checkbox, new() { Name = "0:00 Well begun, Maya." }).ShownAsync(coach);
        await coach.ChooseAsync("Who took the call", "Maya Lindqvist");
        await coach.GetByRole(AriaRole.Textbox, new() { Name = "A word to them" }).FillAsync("Hear the end, please.");
        await coach.GetByRole(AriaRole.Button, new() { Name = "Share it" }).ClickAsync();
        await coach.GetByRole(AriaRole.Region, new() { Name = "Shared with Maya Lindqvist" }).ShownAsync(coach);
        await coach.GetByRole(AriaRole.Textbox, new() { Name = "What is to be practised" }).FillAsync("Take up the feeling before you ask.");
        await coach.ChooseAsync("Who practises", "Maya Lindqvist");
        await coach.GetByLabel("Until").FillAsync(DateTime.UtcNow.AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await coach.GetByRole(AriaRole.Button, new() { Name = "Set it" }).ClickAsync();
        await coach.GetByRole(AriaRole.List, new() { Name = "To be practised after this call" }).ShownAsync(coach);
        await coach.CheckBothAsync("the shared recording");

        var maya = await chromium.OpenAsync(_server.Address, 1600, 900);
        await maya.SignInAsync();
        await maya.GetByText("A coach went through a call of yours and shares it with you.").ShownAsync(maya);
        await maya.CheckBothAsync("the lobby");
        await maya.PressEnterAsync(maya.GetByRole(AriaRole.Link, new() { Name = "See your calls" }));
        await maya.GetByRole(AriaRole.List, new() { Name = "To practise" }).ShownAsync(maya);
        await maya.CheckBothAsync("the reviewed calls");
        await maya.PressEnterAsync(maya.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^A call") }));
        await maya.GetByRole(AriaRole.Region, new() { Name = "From Priya Nair" }).ShownAsync(maya);
        await maya.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("staff in the upper half") }).ShownAsync(maya);
        await maya.PressEnterAsync(maya.GetByRole(AriaRole.List, new() { Name = "Transcript" }).GetByRole(AriaRole.Button).Last);
        await maya.WaitForFunctionAsync("() => { const audio = document.querySelector('audio'); return !audio.paused && audio.currentTime > 4; }");
        await maya.Keyboard.PressAsync("k");
        await maya.GetByRole(AriaRole.Textbox, new() { Name = "What you want to say" }).FocusAsync();
        await maya.Keyboard.TypeAsync("She could not hear me.");
        await maya.Keyboard.PressAsync("Tab");
        await maya.Keyboard.PressAsync("Space");
        await maya.Keyboard.PressAsync("Tab");
        await maya.Keyboard.PressAsync("Enter");
        await maya.GetByText("Disputed, to be settled").ShownAsync(maya);
        await maya.CheckBothAsync("the call as its taker reads it");

        await coach.GotoAsync("/reviews");
        await coach.PressEnterAsync(coach.GetByRole(AriaRole.List, new() { Name = "Open disputes" }).GetByRole(AriaRole.Link));
        await coach.GetByRole(AriaRole.Textbox, new() { Name = "Your reply" }).FillAsync("I heard it again. You are right.");
        await coach.GetByText("It changes", new() { Exact = true }).ClickAsync();
        await coach.CheckBothAsync("a dispute");
        await coach.GetByRole(AriaRole.Button, new() { Name = "Settle it" }).ClickAsync();
        await coach.GetByText("Disputed; judged otherwise now").ShownAsync(coach);
        await maya.GotoAsync("/");
        await maya.GetByText("A coach replied to your answer.").ShownAsync(maya);
    }

    [BrowserFact]
    public async Task RecordingIsPutBeforeTwoCoaches_AndOpenedForBoth()
    {
        await using var chromium = await Chromium.LaunchAsync();
        var coach = await CoachAtARecordingAsync(chromium);
        await coach.GetByRole(AriaRole.Button, new() { Name = "Hand it in" }).ClickAsync();
        await coach.GetByRole(AriaRole.Button, new() { Name = "Hand it in for good" }).ClickAsync();
        await coach.GetByText("You handed it in").ShownAsync(coach);
        await coach.GotoAsync("/reviews");
        await coach.PressEnterAsync(coach.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Calibrations") }));
        await coach.GetByRole(AriaRole.Button, new() { Name = "Put recordings before coaches" }).ClickAsync();
        await coach.GetByRole(AriaRole.Textbox, new() { Name = "What it is called" }).FillAsync("Tone in November");
        await coach.ChooseAsync("Recordings", "call.wav");
        await coach.Keyboard.PressAsync("Escape");
        await coach.ChooseAsync("Who judges", "Priya Nair");
        await coach.GetByRole(AriaRole.Option, new() { Name = "Sam Okafor" }).ClickAsync();
        await coach.Keyboard.PressAsync("Escape");
        await coach.CheckBothAsync("a calibration being made");
        await coach.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await coach.GetByText("Sam Okafor: 0 of 1 judged").ShownAsync(coach);
        await coach.CheckBothAsync("a calibration judged blind");
        Assert.Equal(0, await coach.GetByRole(AriaRole.Region, new() { Name = "How far the coaches agree" }).CountAsync());

        await coach.PressEnterAsync(coach.GetByRole(AriaRole.Button, new() { Name = "Open it now" }));
        await coach.GetByRole(AriaRole.Button, new() { Name = "Open it without the others" }).ClickAsync();
        await coach.GetByRole(AriaRole.Region, new() { Name = "How far the coaches agree" }).ShownAsync(coach);
        await coach.CheckBothAsync("a calibration that has opened");
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    /// <summary>A recording was uploaded, and worked through.</summary>
    private async Task<IPage> CoachAtARecordingAsync(Chromium chromium)
    {
        var recording = await TwoPartyRecording.InStereoAsync(_folder);
        var page = await chromium.OpenAsync(_server.Address, 1600, 900);
        await page.SignInAsync("Priya");
        await page.GotoAsync("/reviews");
        await page.Locator("input[type=file]").SetInputFilesAsync(recording);
        page.SetDefaultTimeout(180_000);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("swap the sides of call") }).ShownAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "call.wav" }).Last.ClickAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "Your judgement" }).ShownAsync(page);
        return page;
    }
}
