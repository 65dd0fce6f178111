using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Browser.Tests;

/// <summary>Every page as a person meets it: without a serious accessibility finding, on a phone and on a wide screen.</summary>
public sealed class PageTests : IDisposable
{
    private const string Scenario = "visit-before-a-trip";
    private readonly TrainingServer _server = TrainingServer.Start();

    public void Dispose() => _server.Dispose();

    [BrowserFact]
    public async Task EveryPage_HasNoSeriousAccessibilityFindingAndFitsItsWindow()
    {
        await using var chromium = await Chromium.LaunchAsync();
        foreach (var (width, colours) in new[] { (360, "light"), (1600, "dark") })
        {
            var page = await chromium.OpenAsync(_server.Address, width, 800, colours);
            page.SetDefaultTimeout(60_000);
            await page.GotoAsync("/");
            await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Maya") }).WaitForAsync();
            await page.CheckAsync("sign-in", width);
            await page.SignInAsync();
            await page.CheckAsync("lobby", width);
            await page.GotoAsync($"/scenarios/{Scenario}");
            await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("type instead") }).WaitForAsync();
            await page.CheckAsync("before the call", width);
            await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("type instead") }).ClickAsync();
            await page.WaitForURLAsync(new Regex("/call/"));
            await page.UntilAnsweredAsync();
            await page.TypeLineAsync("Thank you for calling, this is Jordan. How may I help you?");
            await page.UntilTranscriptAsync("this is Jordan");
            await page.CheckAsync("the call", width);
            await page.HangUpAsync();
            await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
            await page.GetByText(new Regex("Try (this call )?again")).First.WaitForAsync();
            await page.CheckAsync("debrief", width);
            await page.GotoAsync("/history");
            await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
            await page.CheckAsync("history", width);
            await page.GotoAsync("/engines");
            await page.GetByText("pocketsphinx", new() { Exact = false }).First.WaitForAsync();
            await page.CheckAsync("engines", width);
            await page.Context.CloseAsync();
            await CheckAdministratorsPagesAsync(chromium, width, colours);
        }
    }

    [BrowserFact]
    public async Task WithoutAMicrophone_TheCureIsSaidAndTypingIsOffered()
    {
        await using var chromium = await Chromium.LaunchAsync();
        var page = await chromium.OpenAsync(_server.Address);
        await page.SignInAsync();
        await page.GotoAsync($"/scenarios/{Scenario}");

        await page.GetByText(new Regex("microphone", RegexOptions.IgnoreCase)).First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("type instead") }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/call/"));
        await page.UntilTranscriptAsync("you can type|Or type what you would say|type");
        await page.HangUpAsync();
    }

    [BrowserFact]
    public async Task WholeTypedCall_WorksByKeyboardAlone()
    {
        await using var chromium = await Chromium.LaunchAsync();
        var page = await chromium.OpenAsync(_server.Address);
        await page.SignInAsync();
        await page.GotoAsync($"/scenarios/{Scenario}");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("type instead") }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/call/"));
        await page.UntilAnsweredAsync();

        await page.TypeLineAsync("Thank you for calling, this is Jordan. How may I help you?");
        await page.UntilTranscriptAsync("this is Jordan");
        await page.HangUpAsync();

        await page.GetByText(new Regex("Outcome|short", RegexOptions.IgnoreCase)).First.WaitForAsync();
    }

    private async Task CheckAdministratorsPagesAsync(Chromium chromium, int width, string colours)
    {
        var page = await chromium.OpenAsync(_server.Address, width, 800, colours);
        await page.SignInAsync("Sam");
        await page.GotoAsync("/engines");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Try it: flite") }).WaitForAsync();
        await page.CheckAsync("engines, of an administrator", width);
        await page.GotoAsync("/models");
        await page.GetByRole(AriaRole.Heading, new() { Name = "This machine" }).WaitForAsync();
        await page.CheckAsync("models", width);
        await page.GotoAsync("/supervision");
        await page.GetByRole(AriaRole.Switch, new() { Name = "Show trainees that somebody listens", Disabled = false }).WaitForAsync();
        await page.CheckAsync("supervision", width);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task SupervisorsPages_HaveNoSeriousAccessibilityFindingAndFitTheirWindow()
    {
        await using var chromium = await Chromium.LaunchAsync();
        var trainee = await chromium.OpenAsync(_server.Address, 360);
        await trainee.PlaceCallAsync(Scenario, byVoice: false);
        foreach (var (width, colours) in new[] { (768, "light"), (1600, "dark") })
        {
            var page = await chromium.OpenAsync(_server.Address, width, 800, colours);
            await page.SignInAsync("Ruth");
            await page.GotoAsync("/wallboard");
            await page.GetByRole(AriaRole.Link, new() { Name = "Maya Lindqvist" }).WaitForAsync();
            await page.CheckAsync("wallboard", width);
            await page.GetByRole(AriaRole.Link, new() { Name = "Maya Lindqvist" }).FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.GetByText(new Regex("You are listening")).ShownAsync(page);
            await page.CheckAsync("listening in", width);
            await trainee.GetByText("Ruth Castellano is listening").First.ShownAsync(trainee);
            await trainee.CheckAsync("a call that is listened to", 360);
            await page.Context.CloseAsync();
        }
    }
}
