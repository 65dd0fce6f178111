using Microsoft.Playwright;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Media.Janus;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Browser.Tests;

/// <summary>Calls over WebRTC in real Chromium whose UDP is cut while the gateway and the hub live on.</summary>
public sealed class WebRtcNetworkTests : IAsyncLifetime, IDisposable
{
    private const int MaxCalls = 4;
    private readonly TestFolder _folder = new();
    private readonly WiredGateway _network = new(new JanusEngine());
    private JanusProcess? _janus;
    private TrainingServer? _server;
    private Chromium? _chromium;
    private TestBrowser _trainee = null!;
    private IPage _page = null!;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }
        _trainee?.Dispose();
        _server?.Dispose();
        if (_janus is not null)
        {
            await _janus.DisposeAsync();
        }
    }

    public void Dispose()
    {
        _network.Dispose();
        _folder.Dispose();
    }

    [BrowserFact(Speaks = true, Janus = true)]
    public async Task NetworkGoneForAMoment_RestartsIceAndGoesOnOverWebRtc_WithNothingLostOrSaidTwice()
    {
        _network.MendsAtRestart = true;
        await AgainWhileGivenUpAsync(async () =>
        {
            await CallOverWebRtcAsync();
            _network.Cut();
            await SayAsync("Thank you for calling, this is Jordan. How may I help you today?");
            await _page.UntilAsync(() => Task.FromResult(_network.Restarts > 0 || _network.Left > 0), "the browser asked for an ICE restart");
            await UntilOverWebRtcAsync();
        });
        var first = await UntilAnsweredAsync("help");
        AssertSaidOnce(first, "calling", "jordan", "help");

        // What is said next travels over the restarted connection.
        await SayAsync("I am so sorry about that knee. May I have your full name, please?");
        var both = await UntilAnsweredAsync("name", after: first.Count);
        AssertSaidOnce(both, "calling", "jordan", "help");
        HeardLines.AssertOnce([.. both.Skip(first.Count)], "sorry", "knee", "name");
        var ended = await HangUpAsync();
        Assert.Equal((1, 1), (_network.Restarts, _network.Peers));
        Assert.True(_network.Lost > 0, "Nothing was lost: the path was never cut.");
        Assert.Equal([AudioPath.WebRtc, AudioPath.Hub, AudioPath.WebRtc], Paths(ended).TakeLast(3));
    }

    [BrowserFact(Speaks = true, Janus = true)]
    public async Task NetworkThatStaysGone_IsGivenUpAfterARestart_AndTheCallGoesOnOverTheHub_WithNothingLostOrSaidTwice()
    {
        await AgainWhileGivenUpAsync(CallOverWebRtcAsync);

        _network.Cut();
        await SayAsync("Thank you for calling, this is Jordan. How may I help you today?");
        await UntilPathAsync("hub");
        var first = await UntilAnsweredAsync("help");
        AssertSaidOnce(first, "calling", "jordan", "help");
        await _page.UntilAsync(() => Task.FromResult(_network.Left > 0), "the browser gave the connection up");

        await SayAsync("I am so sorry about that knee. May I have your full name, please?");
        var both = await UntilAnsweredAsync("name", after: first.Count);
        AssertSaidOnce(both, "calling", "jordan", "help");
        HeardLines.AssertOnce([.. both.Skip(first.Count)], "sorry", "knee", "name");
        var ended = await HangUpAsync();
        Assert.Equal(1, _network.Restarts);
        // What the restart could not save is tried anew once, and no more often, however long the call takes.
        Assert.InRange(_network.Peers, 1, 2);
        Assert.Equal([AudioPath.WebRtc, AudioPath.Hub], Paths(ended).TakeLast(2));
    }

    /// <summary>The page gives a connection up after some seconds, which a machine that is busy with something else may need: then a new call is made.</summary>
    private async Task AgainWhileGivenUpAsync(Func<Task> attempt)
    {
        _janus = await JanusProcess.StartAsync();
        _server = TrainingServer.Start(new TrainingServerOptions
        {
            Settings = _janus.Settings,
            Services = OnlyGateway.Of(_network),
        });
        _trainee = await _server.SignInAsync(Role.Trainee);
        _chromium = await Chromium.LaunchAsync(mouthpiece: true);
        for (var calls = 1; ; calls++)
        {
            _network.Begin();
            _page = await _chromium.OpenAsync(_server.Address);
            try
            {
                await attempt();
                return;
            }
            catch (GivenUpException) when (calls < MaxCalls)
            {
                await HangUpAsync();
                await _page.Context.CloseAsync();
            }
        }
    }

    private async Task CallOverWebRtcAsync()
    {
        await _page.PlaceCallAsync("visit-before-a-trip");
        await UntilOverWebRtcAsync();
        await _page.UntilAsync(async () => (await EventsAsync()).OfType<SpeechStopped>().Any(), "the opening line was spoken");
    }

    private async Task SayAsync(string words)
    {
        var path = Path.Combine(_folder.Path, "words.wav");
        await new SpokenFile().Say(words).Silence(1_500).SaveAsync(path);
        await Mouthpiece.SayAsync(_page, path);
    }

    private async Task UntilOverWebRtcAsync()
    {
        var badge = _page.PathBadge("WebRTC");
        await _page.UntilAsync(async () => _network.Left > 0 || await badge.IsVisibleAsync(), "the sound travels over WebRTC");
        if (_network.Left > 0)
        {
            throw new GivenUpException();
        }
    }

    private Task UntilPathAsync(string path) => _page.PathBadge(path).ShownAsync(_page);

    /// <summary>A line of the trainee with this word was heard, and the patient has answered it to the end.</summary>
    /// <param name="after">So many events belong to lines before: a recogniser may have heard the word in them too.</param>
    private async Task<IReadOnlyList<CallEvent>> UntilAnsweredAsync(string word, int after = 0)
    {
        IReadOnlyList<CallEvent> events = [];
        await _page.UntilAsync(
            async () =>
            {
                events = await EventsAsync();
                return HeardLines.AreAnswered(events, word, after);
            },
            $"the line with \"{word}\" was heard and answered");
        return events;
    }

    private async Task<IReadOnlyList<CallEvent>> HangUpAsync()
    {
        var id = _page.CallId();
        await _page.HangUpAsync();
        await _server!.WhenStoredAsync(CallId.Parse(id, null));
        return (await _trainee.GetAsync<CallDetail>($"/api/calls/{id}")).Events;
    }

    private async Task<IReadOnlyList<CallEvent>> EventsAsync() => (await _trainee.GetAsync<CallState>($"/api/calls/{_page.CallId()}/events")).Events;

    private static void AssertSaidOnce(IReadOnlyList<CallEvent> events, params string[] words)
    {
        HeardLines.AssertOnce(events, words);
        Assert.Equal(Enumerable.Range(1, events.Count).Select(n => (long)n), events.Select(each => each.Seq));
    }

    private sealed class GivenUpException() : Exception("The page gave WebRTC up.");

    private static IEnumerable<AudioPath> Paths(IEnumerable<CallEvent> events) => events.OfType<AudioPathUsed>().Select(used => used.Path);
}
