using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Browser.Tests;

/// <summary>A trainee's call with a supervisor who listens, each in a window of their own. The patient has said the opening line.</summary>
internal sealed class SupervisedRoom : IAsyncDisposable
{
    private readonly TrainingServer _server;
    private readonly Chromium _chromium;

    private SupervisedRoom(TrainingServer server, Chromium chromium, IPage trainee, IPage supervisor) =>
        (_server, _chromium, Trainee, Supervisor) = (server, chromium, trainee, supervisor);

    public IPage Trainee { get; }

    public IPage Supervisor { get; }

    public static async Task<SupervisedRoom> OpenAsync(TrainingServer server, string scenario)
    {
        var chromium = await Chromium.LaunchAsync(mouthpiece: true);
        var trainee = await chromium.OpenAsync(server.Address);
        await trainee.PlaceCallAsync(scenario);
        var supervisor = await chromium.OpenAsync(server.Address);
        // Counts how often the page asks for a microphone.
        await supervisor.AddInitScriptAsync("(() => { const ask = navigator.mediaDevices.getUserMedia; navigator.mediaDevices.getUserMedia = (...wanted) => { window.__opened = (window.__opened ?? 0) + 1; return ask(...wanted); }; })();");
        await supervisor.SignInAsync("Ruth");
        await supervisor.GotoAsync($"/wallboard/{trainee.CallId()}");
        await supervisor.GetByText(new Regex("You are listening")).ShownAsync(supervisor);
        var room = new SupervisedRoom(server, chromium, trainee, supervisor);
        await trainee.UntilAsync(async () => (await room.EventsAsync()).OfType<SpeechStopped>().Any(stopped => stopped.Party == Party.Patient), "the opening line was spoken");
        return room;
    }

    public async Task<IReadOnlyList<CallEvent>> EventsAsync()
    {
        using var watcher = await _server.SignInAsync(Role.Supervisor);
        return (await watcher.GetAsync<CallState>($"/api/calls/{Trainee.CallId()}/events")).Events;
    }

    /// <summary>How often the supervisor's page has asked for a microphone.</summary>
    public Task<int> MicrophonesAskedForAsync() => Supervisor.EvaluateAsync<int>("() => window.__opened ?? 0");

    /// <summary>The supervisor whispers, barges in or listens.</summary>
    /// <param name="mode">As it stands on the page.</param>
    public Task ChooseAsync(string mode) => Supervisor.GetByText(mode, new() { Exact = true }).ClickAsync();

    /// <summary>The supervisor writes something.</summary>
    public async Task DoAsync(string what, string? text, string button)
    {
        await Supervisor.GetByRole(AriaRole.Combobox, new() { Name = "What you want to do" }).Or(Supervisor.GetByLabel("What you want to do")).First.ClickAsync();
        await Supervisor.GetByRole(AriaRole.Option, new() { Name = what }).ClickAsync();
        if (text is not null)
        {
            await Supervisor.Locator("textarea:visible").First.FillAsync(text);
        }
        await Supervisor.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }

    public ValueTask DisposeAsync() => _chromium.DisposeAsync();
}
