using Microsoft.Playwright;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Browser.Tests.InProcess;

/// <summary>Calls in real Chromium whose sound travels over WebRTC to the server's own process.</summary>
public sealed class WebRtcInProcessTests : IDisposable
{
    private const string Greeting = "Thank you for calling, this is Jordan. How may I help you today?";
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [BrowserFact(Speaks = true)]
    public async Task WholeCallByVoice_TravelsOverWebRtc_AndIsHeardBothWays()
    {
        var words = await SaveAsync(Greeting);
        await using var call = await PlaceAsync();
        var openingEndedMs = await call.Page.EvaluateAsync<double>("() => performance.now()");

        await Mouthpiece.SayAsync(call.Page, words);
        await call.UntilAsync(AnsweredAfter, "the line was heard and answered");
        await call.Page.UntilAsync(
            async () => (await SoundProbe.EarAsync(call.Page)).Where(sound => sound.AtMs > openingEndedMs).Sum(sound => sound.EndMs - sound.AtMs) > 1_000,
            "the patient's answer sounds at the loudspeaker");
        await call.HangUpAsync();

        var events = await call.EventsAsync();
        var used = Assert.Single(events.OfType<AudioPathUsed>(), used => used.Path == AudioPath.WebRtc);
        Assert.InRange(used.RoundTripMs ?? -1, 0, 500);
        Assert.NotNull(used.JitterMs);
        // What was really played is known, so the waterfall goes to the ear.
        Assert.Contains(events.OfType<TurnTimed>(), timed => timed.FirstPlayedMs is not null);
    }

    [BrowserFact(Speaks = true)]
    public async Task UdpCutWhileTheTraineeSpeaks_GoesOnOverTheHub_WithNothingLostOrSaidTwice()
    {
        await using var relay = new UdpRelay();
        var words = await SaveAsync(Greeting);
        await using var call = await PlaceAsync(relay.StandBetweenAsync);

        relay.CutAll();
        await Mouthpiece.SayAsync(call.Page, words);
        await call.UntilPathAsync("hub");
        await call.UntilAsync(AnsweredAfter, "the line was heard and answered");

        HeardLines.AssertOnce(await call.EventsAsync(), "calling", "jordan", "help");
    }

    [BrowserFact(Speaks = true)]
    public async Task PathThatDies_IsChangedByAnIceRestart_AndTheVoiceGoesOn()
    {
        await using var relay = new UdpRelay();
        var words = await SaveAsync(Greeting);
        await using var call = await PlaceAsync(relay.StandBetweenAsync);

        relay.CutThosePaths();
        // The hub may carry the sound for less time than a badge takes to be seen; the log keeps it.
        await call.UntilAsync(events => events.OfType<AudioPathUsed>().Any(used => used.Path == AudioPath.WebRtc), "the cut was noticed");
        await KeepCompanyUntilWebRtcAsync(call);
        var before = (await SoundProbe.EarAsync(call.Page)).Sum(sound => sound.EndMs - sound.AtMs);
        await Mouthpiece.SayAsync(call.Page, words);
        await call.UntilAsync(AnsweredAfter, "the line was heard and answered");
        await call.Page.UntilAsync(async () => (await SoundProbe.EarAsync(call.Page)).Sum(sound => sound.EndMs - sound.AtMs) > before + 500, "the patient sounds again");
    }

    /// <summary>A patient who asks whether anyone is there is answered: one who hears nobody hangs up, and how long the way back takes is the machine's.</summary>
    private static async Task KeepCompanyUntilWebRtcAsync(WebRtcCall call)
    {
        var answered = 0;
        await call.Page.UntilAsync(
            async () =>
            {
                var asked = (await call.EventsAsync()).OfType<DeadAirNoticed>().Count();
                if (asked > answered)
                {
                    answered = asked;
                    await call.Page.TypeLineAsync("One moment, the line is bad.");
                }
                return await call.IsOnAsync("WebRTC");
            },
            "the sound goes over WebRTC again");
    }

    private static Task<WebRtcCall> PlaceAsync(Func<IPage, Task>? prepare = null) =>
        WebRtcCall.PlaceAsync("visit-before-a-trip", new Dictionary<string, string?> { ["Engines:WebRtc"] = "sipsorcery" }, prepare);

    private async Task<string> SaveAsync(string words)
    {
        var path = Path.Combine(_folder.Path, "words.wav");
        await new SpokenFile().Say(words).Silence(1_500).SaveAsync(path);
        return path;
    }

    private static bool AnsweredAfter(IReadOnlyList<CallEvent> events) =>
        events.OfType<UtteranceSpoken>().FirstOrDefault(u => u.Party == Party.Trainee && u.Text.Contains("help", StringComparison.OrdinalIgnoreCase)) is { } last
        && events.OfType<UtteranceSpoken>().Any(u => u.Party == Party.Patient && u.Seq > last.Seq);
}
