using RealtimeTraining.TestKit;

namespace RealtimeTraining.Browser.Tests.InProcess;

/// <summary>A supervisor in real Chromium whose sound travels over WebRTC to the server's own process.</summary>
public sealed class SupervisionInProcessTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [BrowserFact(Speaks = true)]
    public async Task ListeningAndWhispering_TravelOverWebRtc_WithoutAMicrophoneBeforeTheWhisper()
    {
        using var server = TrainingServer.Start(new TrainingServerOptions { Settings = new Dictionary<string, string?> { ["Engines:WebRtc"] = "sipsorcery" } });
        await using var room = await SupervisedRoom.OpenAsync(server, "visit-before-a-trip");
        await WebRtcListening.HearAndWhisperAsync(room, _folder);
    }
}
