using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Supervision;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Browser.Tests;

/// <summary>
/// A trainee's and a supervisor's window in real Chromium: who hears whom, measured at each ear by tones, and who must not.
/// </summary>
public sealed class SupervisionTests : IDisposable
{
    private const string Scenario = "visit-before-a-trip";

    /// <summary>As much of a tone that was said for two seconds has to be heard to count as heard.</summary>
    private const int HeardMs = 700;

    /// <summary>And at most so much where it must not be heard: the probe may err for a moment.</summary>
    private const int NotHeardMs = 100;
    private readonly TestFolder _folder = new();
    private readonly TrainingServer _server = TrainingServer.Start(new TrainingServerOptions
    {
        Settings = new Dictionary<string, string?> { ["Speech:PocketSphinx:Decoders"] = "2", ["Supervision:LookAgainMs"] = "500" },
    });

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [BrowserFact(Speaks = true)]
    public async Task Listening_BothVoicesAreHeardLive_AndTheMicrophoneIsNeverOpened()
    {
        await using var room = await RoomAsync();
        var before = (await SoundProbe.EarAsync(room.Supervisor)).Length;
        await Mouthpiece.SayAsync(room.Trainee, Tone(ToneProbe.Trainee));
        await room.Supervisor.UntilAsync(async () => await ToneProbe.HeardMsAsync(room.Supervisor, ToneProbe.Trainee) > HeardMs, "the trainee is heard at the supervisor's ear");
        await room.Trainee.TypeLineAsync("Thank you for calling, this is Jordan. How may I help you?");
        await room.Supervisor.GetByText(new Regex("this is Jordan")).First.ShownAsync(room.Supervisor);
        await room.Supervisor.UntilAsync(async () => (await SoundProbe.EarAsync(room.Supervisor)).Length > before, "the patient is heard at the supervisor's ear");

        await room.Trainee.GetByText("Ruth Castellano is listening").First.ShownAsync(room.Trainee);
        await room.Supervisor.GetByText("You are listening. Nobody hears you. Maya Lindqvist sees that you listen.").ShownAsync(room.Supervisor);
        Assert.Equal(0, await room.MicrophonesAskedForAsync());
        Assert.InRange(await ToneProbe.HeardMsAsync(room.Trainee, ToneProbe.Trainee), 0, NotHeardMs);
    }

    [BrowserFact(Speaks = true)]
    public async Task Whisper_IsHeardByTheTraineeOnly_NotByTheRecogniserNorTheRecording()
    {
        await using var room = await RoomAsync();
        await room.Supervisor.GetByText("Whisper", new() { Exact = true }).ClickAsync();
        await room.Supervisor.GetByText(new Regex("Your microphone is open. Maya Lindqvist hears you")).ShownAsync(room.Supervisor);
        await Mouthpiece.SayAsync(room.Supervisor, Tone(ToneProbe.Supervisor));
        await room.Trainee.UntilAsync(async () => await ToneProbe.HeardMsAsync(room.Trainee, ToneProbe.Supervisor) > HeardMs, "the supervisor is heard at the trainee's ear");
        await room.Trainee.GetByText("Ruth Castellano is whispering").First.ShownAsync(room.Trainee);
        Assert.InRange(await ToneProbe.HeardMsAsync(room.Supervisor, ToneProbe.Supervisor), 0, NotHeardMs);

        await room.Supervisor.GetByLabel(new Regex("^Your note")).FillAsync("Ask for her date of birth.");
        await room.Supervisor.GetByRole(AriaRole.Button, new() { Name = "Send it" }).ClickAsync();
        await room.Trainee.GetByText("Ask for her date of birth.").First.ShownAsync(room.Trainee);

        var callId = room.Trainee.CallId();
        await room.Trainee.HangUpAsync();
        using var trainee = await _server.SignInAsync(Role.Trainee);
        var events = (await trainee.GetAsync<CallDetail>($"/api/calls/{callId}")).Events;
        Assert.DoesNotContain(events, callEvent => callEvent is UtteranceSpoken { Party: Party.Trainee or Party.Supervisor } or SpeechStarted { Party: Party.Trainee });
        var wav = await trainee.Http.GetByteArrayAsync($"/api/calls/{callId}/recording");
        Assert.Equal(2, wav[22]);
        Assert.True(Loudness.RmsDbfs(Track(wav, RecordingChannel.Trainee, 2)) < -70, "The whisper is on the trainee's side of the recording.");
    }

    [BrowserFact(Speaks = true)]
    public async Task BargeWhileThePatientSpeaks_IsHeardByBoth_AndThePatientAnswersTheSupervisor_UntilItIsHandedBack()
    {
        var words = Path.Combine(_folder.Path, "words.wav");
        await new SpokenFile().Say("Hello, this is the office manager. How can I help you today?").Silence(1_500).SaveAsync(words);
        await using var room = await RoomAsync();
        await room.Trainee.TypeLineAsync("Thank you for calling, this is Jordan. What can I do for you?");
        await room.Trainee.UntilAsync(async () => (await room.EventsAsync()).OfType<SpeechStarted>().Count(started => started.Party == Party.Patient) > 1, "the patient answers");
        await room.Supervisor.GetByText("Barge in", new() { Exact = true }).ClickAsync();
        await room.Supervisor.GetByText(new Regex("Your microphone is open. Maya Lindqvist and .* hear you")).ShownAsync(room.Supervisor);
        await Mouthpiece.SayAsync(room.Supervisor, Tone(ToneProbe.Supervisor));
        await room.Trainee.UntilAsync(async () => await ToneProbe.HeardMsAsync(room.Trainee, ToneProbe.Supervisor) > HeardMs, "the supervisor is heard at the trainee's ear");
        Assert.InRange(await ToneProbe.HeardMsAsync(room.Supervisor, ToneProbe.Supervisor), 0, NotHeardMs);

        await Mouthpiece.SayAsync(room.Supervisor, words);
        await room.Trainee.UntilAsync(async () => (await room.EventsAsync()).OfType<UtteranceSpoken>().Any(said => said is { Party: Party.Patient } && said.Text.StartsWith("Oh, hello there.", StringComparison.Ordinal)), "the patient answers the supervisor");
        var third = (await room.EventsAsync()).OfType<UtteranceSpoken>().First(said => said.Party == Party.Supervisor);
        await room.Trainee.UntilTranscriptAsync(Regex.Escape(third.Text));

        await room.Supervisor.GetByText("Listen", new() { Exact = true }).ClickAsync();
        await room.Trainee.GetByText("Ruth Castellano is listening").First.ShownAsync(room.Trainee);
        await room.Trainee.TypeLineAsync("I am back. May I have your full name, please?");
        await room.Trainee.UntilTranscriptAsync("All right, back to you");
        Assert.DoesNotContain(await room.EventsAsync(), callEvent => callEvent is UtteranceSpoken { Party: Party.Trainee, Typed: false });

        // Who listens again hears the supervisor on a track of its own.
        var callId = room.Trainee.CallId();
        await room.Trainee.HangUpAsync();
        using var trainee = await _server.SignInAsync(Role.Trainee);
        var wav = await trainee.Http.GetByteArrayAsync($"/api/calls/{callId}/recording");
        Assert.Equal(3, wav[22]);
        Assert.True(Loudness.RmsDbfs(Track(wav, RecordingChannel.Supervisor, 3)) > -50, "The supervisor is not in the recording.");
        Assert.True(Loudness.RmsDbfs(Track(wav, RecordingChannel.Trainee, 3)) < -70, "The supervisor is on the trainee's track of the recording.");
        await room.Trainee.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();
        await room.Trainee.UntilAsync(async () => await room.Trainee.EvaluateAsync<double>("() => document.querySelector('audio').currentTime") > 0.5, "the debrief plays the recording");
    }

    [BrowserFact(Speaks = true)]
    public async Task PauseWithAReason_NoteAndEnd_ReachTheTraineeAndTheDebrief()
    {
        await using var room = await RoomAsync();
        await room.DoAsync("Take a note for the debrief", "Good opening.", "Keep it");
        await room.DoAsync("Pause the call", "Let us look at this together.", "Pause the call");
        await room.Trainee.GetByText("Ruth Castellano has paused the call: Let us look at this together.").First.ShownAsync(room.Trainee);
        await room.DoAsync("Let the call go on", null, "Go on");
        await room.Trainee.UntilAsync(async () => await room.Trainee.GetByText("has paused the call").CountAsync() == 0, "the call goes on");
        await room.DoAsync("End the call", "We go through it first.", "End the call");

        await room.Supervisor.GetByRole(AriaRole.Heading, new() { Name = "The call is over." }).ShownAsync(room.Supervisor);
        await room.Trainee.WaitForURLAsync(new Regex("/calls/"));
        await room.Trainee.GetByRole(AriaRole.Heading, new() { Name = "Your supervisor noted" }).ShownAsync(room.Trainee);
        await room.Trainee.GetByText("Good opening.", new() { Exact = true }).First.ShownAsync(room.Trainee);
    }

    [BrowserFact(Speaks = true)]
    public async Task Wallboard_ShowsTheCall_LeadsIntoIt_AndTheAuditTellsTheAdministrator()
    {
        await using var chromium = await Chromium.LaunchAsync(mouthpiece: true);
        var board = await chromium.OpenAsync(_server.Address);
        await board.SignInAsync("Ruth");
        await board.GetByRole(AriaRole.Link, new() { Name = "Wallboard" }).ClickAsync();
        await board.GetByText("Nobody is in a call right now").ShownAsync(board);
        var trainee = await chromium.OpenAsync(_server.Address);
        await trainee.PlaceCallAsync(Scenario);

        await board.GetByRole(AriaRole.Link, new() { Name = "Maya Lindqvist" }).ClickAsync();
        await board.GetByText(new Regex("You are listening")).ShownAsync(board);
        await board.GetByRole(AriaRole.Link, new() { Name = "Leave the call" }).ClickAsync();
        await board.GetByRole(AriaRole.Link, new() { Name = "Maya Lindqvist" }).WaitForAsync();
        await trainee.HangUpAsync();
        await board.GetByText("Nobody is in a call right now").ShownAsync(board);

        var administrator = await chromium.OpenAsync(_server.Address);
        await administrator.SignInAsync("Sam");
        await administrator.GetByRole(AriaRole.Link, new() { Name = "Supervision" }).ClickAsync();
        await administrator.GetByRole(AriaRole.Cell, new() { Name = "Ruth Castellano" }).First.ShownAsync(administrator);
        await administrator.GetByRole(AriaRole.Cell, new() { Name = "Listened" }).First.ShownAsync(administrator);
    }

    private Task<SupervisedRoom> RoomAsync() => SupervisedRoom.OpenAsync(_server, Scenario);

    private string Tone(int hz)
    {
        var path = Path.Combine(_folder.Path, $"{hz}.wav");
        ToneProbe.Save(path, hz, 2_000);
        return path;
    }

    private static short[] Track(byte[] wav, RecordingChannel channel, int tracks)
    {
        const int Header = 44;
        return [.. Enumerable.Range(0, (wav.Length - Header) / (2 * tracks)).Select(frame => BitConverter.ToInt16(wav, Header + (frame * tracks + (int)channel) * 2))];
    }
}
