using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Browser.Tests;

/// <summary>Calls in real Chromium whose sound travels over WebRTC through a real Janus gateway.</summary>
public sealed class WebRtcCallTests : IDisposable
{
    private const string Scenario = "visit-before-a-trip";
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [BrowserFact(Speaks = true, Janus = true)]
    public async Task WholeCallByVoice_TravelsOverWebRtc_AndIsHeardBothWays()
    {
        await using var janus = await JanusProcess.StartAsync();
        using var server = TrainingServer.Start(new TrainingServerOptions { Settings = janus.Settings });
        var words = await SaveAsync("Thank you for calling, this is Jordan. How may I help you today?");
        await using var chromium = await Chromium.LaunchAsync(mouthpiece: true);
        var page = await chromium.OpenAsync(server.Address);
        await page.PlaceCallAsync(Scenario);
        await UntilPathAsync(page, "WebRTC");
        using var trainee = await server.SignInAsync(Role.Trainee);
        var callId = page.CallId();
        await page.UntilAsync(async () => (await EventsAsync(trainee, callId)).OfType<SpeechStopped>().Any(), "the opening line was spoken");
        var openingEndedMs = await page.EvaluateAsync<double>("() => performance.now()");

        await Mouthpiece.SayAsync(page, words);
        await page.UntilAsync(async () => AnsweredAfter(await EventsAsync(trainee, callId)), "the line was heard and answered");
        await page.UntilTranscriptAsync("jordan");
        await page.UntilAsync(
            async () => (await SoundProbe.EarAsync(page)).Where(sound => sound.AtMs > openingEndedMs).Sum(sound => sound.EndMs - sound.AtMs) > 1_000,
            "the patient's answer sounds at the loudspeaker");
        await page.HangUpAsync();
        await server.WhenStoredAsync(CallId.Parse(callId, null));

        var events = await EventsAsync(trainee, callId);
        var used = Assert.Single(events.OfType<AudioPathUsed>(), used => used.Path == AudioPath.WebRtc);
        Assert.InRange(used.RoundTripMs ?? -1, 0, 500);
        Assert.NotNull(used.JitterMs);
        // What was really played is known, so the waterfall goes to the ear.
        Assert.Contains(events.OfType<TurnTimed>(), timed => timed.FirstPlayedMs is not null);
    }

    [BrowserFact(Speaks = true, Janus = true)]
    public async Task UdpCutWhileTheTraineeSpeaks_GoesOnOverTheHub_WithNothingLostOrSaidTwice()
    {
        await using var janus = await JanusProcess.StartAsync();
        using var server = TrainingServer.Start(new TrainingServerOptions { Settings = janus.Settings });
        var words = await SaveAsync("Thank you for calling, this is Jordan. How may I help you today?");
        await using var chromium = await Chromium.LaunchAsync(mouthpiece: true);
        var page = await chromium.OpenAsync(server.Address);
        await page.PlaceCallAsync(Scenario);
        await UntilPathAsync(page, "WebRTC");
        using var trainee = await server.SignInAsync(Role.Trainee);
        var callId = page.CallId();
        await page.UntilAsync(async () => (await EventsAsync(trainee, callId)).OfType<SpeechStopped>().Any(), "the opening line was spoken");

        janus.Freeze();
        await Mouthpiece.SayAsync(page, words);
        await UntilPathAsync(page, "hub");
        var before = (await SoundProbe.EarAsync(page)).Sum(sound => sound.EndMs - sound.AtMs);
        await page.UntilAsync(async () => AnsweredAfter(await EventsAsync(trainee, callId)), "the line was heard and answered");

        var events = await EventsAsync(trainee, callId);
        var said = string.Join(' ', events.OfType<UtteranceSpoken>().Where(u => u.Party == Party.Trainee).Select(u => u.Text.ToLowerInvariant()));
        Assert.Single(Regex.Matches(said, "jordan"));
        Assert.Single(Regex.Matches(said, "calling"));
        Assert.Single(events.OfType<AudioPathUsed>(), used => used.Path == AudioPath.WebRtc);
        // The patient is heard over the hub as well.
        await page.UntilAsync(async () => (await SoundProbe.EarAsync(page)).Sum(sound => sound.EndMs - sound.AtMs) > before + 500, "the patient goes on to sound");
    }

    [BrowserFact(Speaks = true, Janus = true)]
    public async Task BargeInOverWebRtc_SilencesThePatientAndKeepsWhatWasHeard()
    {
        await using var janus = await JanusProcess.StartAsync();
        using var server = TrainingServer.Start(new TrainingServerOptions { Settings = janus.Settings });
        var words = await SaveAsync("Excuse me one moment please, I have to open your record first.");
        await using var chromium = await Chromium.LaunchAsync(mouthpiece: true);
        var page = await chromium.OpenAsync(server.Address);
        await page.PlaceCallAsync("bill-for-a-free-checkup");
        await UntilPathAsync(page, "WebRTC");
        using var trainee = await server.SignInAsync(Role.Trainee);
        var callId = page.CallId();
        await page.UntilAsync(async () => (await EventsAsync(trainee, callId)).OfType<SpeechStopped>().Any(), "the opening line was spoken");

        // A reply that is long enough to be broken into, all of it over WebRTC.
        var heard = (await SoundProbe.EarAsync(page)).Length;
        await page.TypeLineAsync("Thank you for calling, this is Jordan. How may I help you today?");
        await page.UntilAsync(async () => (await SoundProbe.EarAsync(page)).Skip(heard).Any(sound => sound.EndMs - sound.AtMs > 500), "the patient speaks");
        await Mouthpiece.SayAsync(page, words);
        await page.UntilAsync(async () => (await EventsAsync(trainee, callId)).OfType<UtteranceCutOff>().Any(), "the patient was cut off");

        var events = await EventsAsync(trainee, callId);
        var cut = events.OfType<UtteranceCutOff>().First();
        var line = events.OfType<UtteranceSpoken>().First(u => u.Utterance == cut.Utterance);
        Assert.StartsWith(cut.HeardText, line.Text, StringComparison.Ordinal);
        Assert.InRange(cut.HeardText.Length, 1, line.Text.Length - 1);
    }

    private static Task UntilPathAsync(IPage page, string path) => page.GetByText(new Regex($"^Connected · {path}")).First.ShownAsync(page);

    private async Task<string> SaveAsync(string words)
    {
        var path = Path.Combine(_folder.Path, "words.wav");
        await new SpokenFile().Say(words).Silence(1_500).SaveAsync(path);
        return path;
    }

    private static async Task<IReadOnlyList<CallEvent>> EventsAsync(TestBrowser browser, string callId) =>
        (await browser.GetAsync<CallState>($"/api/calls/{callId}/events")).Events;

    private static bool AnsweredAfter(IReadOnlyList<CallEvent> events) =>
        events.OfType<UtteranceSpoken>().FirstOrDefault(u => u.Party == Party.Trainee && u.Text.Contains("help", StringComparison.OrdinalIgnoreCase)) is { } last
        && events.OfType<UtteranceSpoken>().Any(u => u.Party == Party.Patient && u.Seq > last.Seq);
}
