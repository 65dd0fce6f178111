using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Browser.Tests;

/// <summary>Whole calls by voice in real Chromium: a WAV file speaks into the microphone, the patient's voice is measured at the ear.</summary>
public sealed class SpokenCallTests : IDisposable
{
    private const string Scenario = "visit-before-a-trip";
    private readonly TestFolder _folder = new();
    private readonly TrainingServer _server = TrainingServer.Start();

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [BrowserFact(Speaks = true)]
    public async Task WholeCallByVoice_IsHeardAnsweredDebriefedAndPlayedBack()
    {
        var microphone = await SaveAsync(new SpokenFile()
            .SilenceUntil(14_000).Say("Thank you for calling, this is Jordan. How may I help you today?")
            .Silence(13_000).Say("I am so sorry about that knee. May I have your full name, please?")
            .Silence(13_000).Say("Thank you. What is your date of birth, please?")
            .Silence(20_000));
        await using var chromium = await Chromium.LaunchAsync(microphone);
        var page = await chromium.OpenAsync(_server.Address);
        await page.PlaceCallAsync(Scenario);

        // The lines are heard, stand in the transcript and are answered; the patient sounds at the ear.
        var callId = page.CallId();
        using var trainee = await _server.SignInAsync(Role.Trainee);
        await page.UntilAsync(async () => Lines(await EventsAsync(trainee, callId), Party.Trainee) > 0, "a line was heard");
        await page.UntilAsync(async () => AnsweredAfter(await EventsAsync(trainee, callId), traineeLines: 3), "three lines were heard and the third was answered");
        var second = (await EventsAsync(trainee, callId)).OfType<UtteranceSpoken>().Where(u => u.Party == Party.Trainee).ElementAt(1);
        await page.UntilTranscriptAsync(Regex.Escape(second.Text));
        var heard = await SoundProbe.EarAsync(page);
        Assert.True(heard.Sum(sound => sound.EndMs - sound.AtMs) > 2_000, "The patient's voice was not heard at the loudspeaker.");

        // Hanging up leads to the debrief.
        await page.HangUpAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "How it came about" }).ShownAsync(page);

        // The recording holds both voices, each on its side, where the log says.
        var events = await EventsAsync(trainee, callId);
        var wav = await trainee.Http.GetByteArrayAsync($"/api/calls/{callId}/recording");
        var (left, right) = Stereo(wav);
        var said = events.OfType<UtteranceSpoken>().First(u => u.Party == Party.Trainee);
        Assert.True(Level(left, said.StartMs, said.EndMs) > -45, "The trainee's side is silent where the trainee spoke.");
        var replies = Transcripts.Of(events).Where(line => line.Party == Party.Patient).ToList();
        Assert.Contains(replies, line => line.StartMs > said.EndMs && !line.CutOff);
        foreach (var line in replies.Where(line => line.EndMs - line.StartMs > 300))
        {
            Assert.True(Level(right, line.StartMs, line.EndMs) > -45, $"The patient's side is silent from {line.StartMs} to {line.EndMs} ms.\n{string.Join('\n', events)}");
        }
        Assert.True(Level(right, said.StartMs + 200, said.EndMs - 200) < -60, "The patient's side sounds while only the trainee spoke.");

        // A click on a line plays it.
        await page.GetByRole(AriaRole.List, new() { Name = "Transcript" })
            .GetByRole(AriaRole.Button, new() { NameRegex = new Regex(Regex.Escape(second.Text), RegexOptions.IgnoreCase) }).First.ClickAsync();
        await page.UntilAsync(
            () => page.EvaluateAsync<bool>("() => [...document.querySelectorAll('audio')].some(a => !a.paused && a.currentTime > 5)"), "the recording plays from the line");
    }

    [BrowserFact(Speaks = true)]
    public async Task BargeIn_SilencesThePatientAndKeepsWhatWasHeard()
    {
        var words = await SaveAsync(new SpokenFile().Say("Excuse me one moment please, I have to open your record first."));
        await using var chromium = await Chromium.LaunchAsync(mouthpiece: true);
        var page = await chromium.OpenAsync(_server.Address);
        await page.PlaceCallAsync("bill-for-a-free-checkup");
        using var trainee = await _server.SignInAsync(Role.Trainee);
        // What has sounded until then may be the ringing.
        await page.UntilAsync(async () => (await EventsAsync(trainee, page.CallId())).OfType<SpeechStarted>().Any(), "the patient speaks");
        await Mouthpiece.InterruptAsync(page, words, afterMs: 700, next: false);
        await page.UntilAsync(async () => Lines(await EventsAsync(trainee, page.CallId()), Party.Trainee) > 0, "the trainee's turn was heard");
        var events = await EventsAsync(trainee, page.CallId());

        var opening = events.OfType<UtteranceSpoken>().First(u => u.Party == Party.Patient);
        var cut = events.OfType<UtteranceCutOff>().First();
        Assert.Equal(opening.Utterance, cut.Utterance);
        Assert.StartsWith(cut.HeardText, opening.Text, StringComparison.Ordinal);
        Assert.True(cut.HeardText.Length < opening.Text.Length, "Nothing was cut off.");
        Assert.True(events.OfType<UtteranceSpoken>().First(u => u.Party == Party.Trainee).InterruptedOther, string.Join('\n', events));
    }

    [BrowserFact(Speaks = true)]
    public async Task RefreshInTheMiddle_ComesBackToTheSameCallWithEverythingInIt()
    {
        var microphone = await SaveAsync(new SpokenFile()
            .SilenceUntil(9_000).Say("Thank you for calling, this is Jordan. How may I help you today?")
            .Silence(30_000));
        await using var chromium = await Chromium.LaunchAsync(microphone);
        var page = await chromium.OpenAsync(_server.Address);
        await page.PlaceCallAsync(Scenario);
        var callId = page.CallId();
        using var trainee = await _server.SignInAsync(Role.Trainee);
        await page.UntilAsync(async () => Lines(await EventsAsync(trainee, callId), Party.Trainee) > 0, "a line was heard");
        var first = (await EventsAsync(trainee, callId)).OfType<UtteranceSpoken>().First(u => u.Party == Party.Trainee);
        await page.UntilTranscriptAsync(Regex.Escape(first.Text));

        await page.ReloadAsync();
        await page.UntilTranscriptAsync(Regex.Escape(first.Text));
        Assert.Equal(callId, page.CallId());
        var before = Lines(await EventsAsync(trainee, callId), Party.Trainee);
        await page.TypeLineAsync("I am still here. Thank you for waiting.");
        await page.UntilAsync(async () => Lines(await EventsAsync(trainee, callId), Party.Trainee) > before, "the typed line was taken");

        var events = await EventsAsync(trainee, callId);
        Assert.Equal(Enumerable.Range(1, events.Count).Select(n => (long)n), events.Select(e => e.Seq));
        Assert.Single(events.OfType<UtteranceSpoken>(), u => u.Party == Party.Trainee && u.Text == first.Text);
        await page.HangUpAsync();
    }

    [BrowserFact(Speaks = true)]
    public async Task NetworkCutWhileTheTraineeSpeaks_ComesBackToTheCall_WithNothingLostOrSaidTwice()
    {
        var words = await SaveAsync(new SpokenFile().Say("Thank you for calling, this is Jordan. How may I help you today?").Silence(1_500));
        await using var wire = new BrokenWire(_server.Address);
        await using var chromium = await Chromium.LaunchAsync(mouthpiece: true);
        var page = await chromium.OpenAsync(wire.Address);
        await page.PlaceCallAsync(Scenario);
        using var trainee = await _server.SignInAsync(Role.Trainee);
        var callId = page.CallId();
        await page.UntilAsync(async () => (await EventsAsync(trainee, callId)).OfType<SpeechStopped>().Any(), "the opening line was spoken");

        wire.Cut();
        await Mouthpiece.SayAsync(page, words);
        await page.GetByText("The connection is lost", new() { Exact = false }).First.ShownAsync(page);
        await page.UntilAsync(async () => (await EventsAsync(trainee, callId)).OfType<ConnectionChanged>().Any(change => !change.Connected), "the server noticed");
        wire.Mend();

        // What was said while the network was gone is heard once it is back, and answered.
        await page.UntilAsync(async () => AnsweredAfter(await EventsAsync(trainee, callId), traineeLines: 1), "the line was heard and answered");
        await page.UntilTranscriptAsync("jordan");
        var events = await EventsAsync(trainee, callId);
        Assert.Equal(Enumerable.Range(1, events.Count).Select(n => (long)n), events.Select(e => e.Seq));
        Assert.Single(events.OfType<UtteranceSpoken>(), u => u.Party == Party.Trainee && u.Text.Contains("jordan", StringComparison.Ordinal));
        await page.HangUpAsync();
    }

    private async Task<string> SaveAsync(SpokenFile file)
    {
        var path = Path.Combine(_folder.Path, "microphone.wav");
        await file.SaveAsync(path);
        return path;
    }

    private static async Task<IReadOnlyList<CallEvent>> EventsAsync(TestBrowser browser, string callId) =>
        (await browser.GetAsync<CallState>($"/api/calls/{callId}/events")).Events;

    private static bool AnsweredAfter(IReadOnlyList<CallEvent> events, int traineeLines) =>
        events.OfType<UtteranceSpoken>().Where(u => u.Party == Party.Trainee).Skip(traineeLines - 1).FirstOrDefault() is { } last
        && events.OfType<UtteranceSpoken>().Any(u => u.Party == Party.Patient && u.Seq > last.Seq);

    private static int Lines(IEnumerable<CallEvent> events, Party party) => events.OfType<UtteranceSpoken>().Count(u => u.Party == party);

    private static (short[] Left, short[] Right) Stereo(byte[] wav)
    {
        const int Header = 44;
        var frames = (wav.Length - Header) / 4;
        var (left, right) = (new short[frames], new short[frames]);
        for (var i = 0; i < frames; i++)
        {
            left[i] = BitConverter.ToInt16(wav, Header + i * 4);
            right[i] = BitConverter.ToInt16(wav, Header + i * 4 + 2);
        }
        return (left, right);
    }

    private static float Level(short[] side, int fromMs, int toMs)
    {
        var from = Math.Clamp(AudioFormat.Samples(fromMs), 0, side.Length);
        var to = Math.Clamp(AudioFormat.Samples(toMs), from, side.Length);
        return Loudness.RmsDbfs(side.AsSpan(from, to - from));
    }
}
