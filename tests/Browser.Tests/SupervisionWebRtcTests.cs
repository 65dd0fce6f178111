using System.Text.RegularExpressions;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Browser.Tests;

/// <summary>A supervisor in real Chromium who listens and speaks over WebRTC through a real Janus gateway, measured at each ear by tones.</summary>
public sealed class SupervisionWebRtcTests : IDisposable
{
    private const string Scenario = "visit-before-a-trip";
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [BrowserFact(Speaks = true, Janus = true)]
    public async Task ListeningAndWhispering_TravelOverWebRtc_WithoutAMicrophoneBeforeTheWhisper()
    {
        await using var janus = await JanusProcess.StartAsync();
        using var server = TrainingServer.Start(new TrainingServerOptions { Settings = janus.Settings });
        await using var room = await SupervisedRoom.OpenAsync(server, Scenario);
        await WebRtcListening.HearAndWhisperAsync(room, _folder);
    }

    [BrowserFact(Speaks = true, Janus = true)]
    public async Task GatewayThatStopsAnswering_ListeningAndSpeakingGoOnOverTheHub()
    {
        await using var janus = await JanusProcess.StartAsync();
        using var server = TrainingServer.Start(new TrainingServerOptions { Settings = janus.Settings });
        await using var room = await SupervisedRoom.OpenAsync(server, Scenario);
        await WebRtcListening.UntilPathAsync(room.Supervisor, "WebRTC");
        await room.ChooseAsync("Whisper");
        await room.Supervisor.GetByText(new Regex("Your microphone is open")).ShownAsync(room.Supervisor);

        janus.Freeze();
        await WebRtcListening.UntilPathAsync(room.Supervisor, "hub");
        await WebRtcListening.UntilPathAsync(room.Trainee, "hub");
        await Mouthpiece.SayAsync(room.Trainee, WebRtcListening.Tone(_folder, ToneProbe.Trainee));
        await WebRtcListening.HeardAsync(room.Supervisor, ToneProbe.Trainee, "the trainee is heard over the hub");
        await Mouthpiece.SayAsync(room.Supervisor, WebRtcListening.Tone(_folder, ToneProbe.Supervisor));
        await WebRtcListening.HeardAsync(room.Trainee, ToneProbe.Supervisor, "the supervisor is heard over the hub");
    }
}
