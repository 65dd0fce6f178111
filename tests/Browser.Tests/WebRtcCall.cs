using Microsoft.Playwright;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Browser.Tests;

/// <summary>A call in real Chromium on a server of its own, whose sound travels over WebRTC. The patient has said the opening line.</summary>
internal sealed class WebRtcCall : IAsyncDisposable
{
    private readonly TrainingServer _server;
    private readonly Chromium _chromium;
    private readonly TestBrowser _trainee;

    private WebRtcCall(TrainingServer server, Chromium chromium, TestBrowser trainee, IPage page) =>
        (_server, _chromium, _trainee, Page, Id) = (server, chromium, trainee, page, page.CallId());

    public IPage Page { get; }

    public string Id { get; }

    /// <param name="settings">The server's, with its gateway.</param>
    /// <param name="prepare">Done to the page before it is opened.</param>
    public static async Task<WebRtcCall> PlaceAsync(string scenario, Dictionary<string, string?> settings, Func<IPage, Task>? prepare = null)
    {
        var server = TrainingServer.Start(new TrainingServerOptions { Settings = settings });
        return await PlaceAsync(scenario, server, await Chromium.LaunchAsync(mouthpiece: true), prepare);
    }

    /// <summary>The call owns both.</summary>
    public static async Task<WebRtcCall> PlaceAsync(string scenario, TrainingServer server, Chromium chromium, Func<IPage, Task>? prepare = null)
    {
        var page = await chromium.OpenAsync(server.Address);
        if (prepare is not null)
        {
            await prepare(page);
        }
        await page.PlaceCallAsync(scenario);
        var call = new WebRtcCall(server, chromium, await server.SignInAsync(Role.Trainee), page);
        await call.UntilPathAsync("WebRTC");
        await call.UntilAsync(events => events.OfType<SpeechStopped>().Any(), "the opening line was spoken");
        return call;
    }

    public async Task<IReadOnlyList<CallEvent>> EventsAsync() => (await _trainee.GetAsync<CallState>($"/api/calls/{Id}/events")).Events;

    public Task UntilAsync(Func<IReadOnlyList<CallEvent>, bool> happened, string what) => Page.UntilAsync(async () => happened(await EventsAsync()), what);

    /// <summary>A line of the trainee with this word was heard, and the patient has answered it to the end.</summary>
    /// <param name="after">So many events belong to lines before: a recogniser may have heard the word in them too.</param>
    public Task UntilAnsweredAsync(string word, int after = 0) => UntilAsync(
        events => HeardLines.AreAnswered(events, word, after),
        $"the line with \"{word}\" was heard and answered");

    /// <param name="path">As the badge says it: "WebRTC", "hub".</param>
    public Task UntilPathAsync(string path) => Page.PathBadge(path).ShownAsync(Page);

    public Task<bool> IsOnAsync(string path) => Page.PathBadge(path).IsVisibleAsync();

    /// <summary>Hangs up; all of the call is stored then.</summary>
    public async Task HangUpAsync()
    {
        await Page.HangUpAsync();
        await _server.WhenStoredAsync(CallId.Parse(Id, null));
    }

    public async ValueTask DisposeAsync()
    {
        _trainee.Dispose();
        await _chromium.DisposeAsync();
        _server.Dispose();
    }
}
