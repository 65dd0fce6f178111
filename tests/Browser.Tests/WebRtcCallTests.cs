using System.Text.RegularExpressions;
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
        var words = await SaveAsync("Thank you for calling, this is Jordan. How may I help you today?");
        await using var call = await WebRtcCall.PlaceAsync(Scenario, janus.Settings);
        var openingEndedMs = await call.Page.EvaluateAsync<double>("() => performance.now()");

        await Mouthpiece.SayAsync(call.Page, words);
        await call.UntilAsync(AnsweredAfter, "the line was heard and answered");
        await call.Page.UntilTranscriptAsync("jordan");
        await call.Page.UntilAsync(
            async () => (await SoundProbe.EarAsync(call.Page)).Where(sound => sound.AtMs > openingEndedMs).Sum(sound => sound.EndMs - sound.AtMs) > 1_000,
            "the patient's answer sounds at the loudspeaker");
        // What was really played is known, so the waterfall goes to the ear.
        await call.UntilAsync(events => events.OfType<TurnTimed>().Any(timed => timed.FirstPlayedMs is not null), "the page told when the answer sounded");
        await call.HangUpAsync();

        var events = await call.EventsAsync();
        var used = Assert.Single(events.OfType<AudioPathUsed>(), used => used.Path == AudioPath.WebRtc);
        Assert.InRange(used.RoundTripMs ?? -1, 0, 500);
        Assert.NotNull(used.JitterMs);
    }

    [BrowserFact(Speaks = true, Janus = true)]
    public async Task UdpCutWhileTheTraineeSpeaks_GoesOnOverTheHub_WithNothingLostOrSaidTwice()
    {
        await using var janus = await JanusProcess.StartAsync();
        var words = await SaveAsync("Thank you for calling, this is Jordan. How may I help you today?");
        await using var call = await WebRtcCall.PlaceAsync(Scenario, janus.Settings);

        janus.Freeze();
        await Mouthpiece.SayAsync(call.Page, words);
        await call.UntilPathAsync("hub");
        var before = (await SoundProbe.EarAsync(call.Page)).Sum(sound => sound.EndMs - sound.AtMs);
        await call.UntilAsync(AnsweredAfter, "the line was heard and answered");

        var events = await call.EventsAsync();
        var said = string.Join(' ', events.OfType<UtteranceSpoken>().Where(u => u.Party == Party.Trainee).Select(u => u.Text.ToLowerInvariant()));
        Assert.Single(Regex.Matches(said, "jordan"));
        Assert.Single(Regex.Matches(said, "calling"));
        Assert.Single(events.OfType<AudioPathUsed>(), used => used.Path == AudioPath.WebRtc);
        // The patient is heard over the hub as well.
        await call.Page.UntilAsync(async () => (await SoundProbe.EarAsync(call.Page)).Sum(sound => sound.EndMs - sound.AtMs) > before + 500, "the patient goes on to sound");
    }

    [BrowserFact(Speaks = true, Janus = true)]
    public async Task BargeInOverWebRtc_SilencesThePatientAndKeepsWhatWasHeard()
    {
        await using var janus = await JanusProcess.StartAsync();
        var words = await SaveAsync("Excuse me one moment please, I have to open your record first.");
        await using var call = await WebRtcCall.PlaceAsync("bill-for-a-free-checkup", janus.Settings);

        // A reply that is long enough to be broken into, all of it over WebRTC.
        await Mouthpiece.InterruptAsync(call.Page, words, afterMs: 500, next: true);
        await call.Page.TypeLineAsync("Thank you for calling, this is Jordan. How may I help you today?");
        await call.UntilAsync(events => events.OfType<UtteranceCutOff>().Any(), "the patient was cut off");

        var events = await call.EventsAsync();
        var cut = events.OfType<UtteranceCutOff>().First();
        var line = events.OfType<UtteranceSpoken>().First(u => u.Utterance == cut.Utterance);
        Assert.StartsWith(cut.HeardText, line.Text, StringComparison.Ordinal);
        Assert.InRange(cut.HeardText.Length, 1, line.Text.Length - 1);
    }

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
