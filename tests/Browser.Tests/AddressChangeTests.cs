using System.Net;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.TestKit;
using RealtimeTraining.TestKit.Network;

namespace RealtimeTraining.Browser.Tests;

/// <summary>
/// A call in real Chromium whose machine goes from one network to another in mid-call, as from Wi-Fi to a cable: another
/// address, and no connection of the old one goes on.
/// </summary>
public sealed class AddressChangeTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [BrowserFact(Speaks = true, Janus = true, Network = true)]
    public async Task FromWiFiToACable_TheCallGoesOn_WithNothingLostOrSaidTwice()
    {
        using var network = new TroubledNetwork();
        await using var janus = await JanusProcess.StartAsync(media: network.ServerAddress);
        var server = TrainingServer.Start(new TrainingServerOptions { Settings = janus.Settings, ListenOn = IPAddress.Parse(network.ServerAddress) });
        var chromium = await Chromium.LaunchAsync(mouthpiece: true, launcher: network.Launcher, trusted: server.Address);
        await using var call = await WebRtcCall.PlaceAsync("visit-before-a-trip", server, chromium);

        network.Move();
        await SayAsync(call, "Thank you for calling, this is Jordan. How may I help you today?");
        await call.UntilAnsweredAsync("help");
        var first = await call.EventsAsync();
        HeardLines.AssertOnce(first, "calling", "jordan", "help");
        // The sound does not stay on the second choice: WebRTC comes back on the new network.
        await call.UntilPathAsync("WebRTC");

        await SayAsync(call, "I am so sorry about that knee. May I have your full name, please?");
        await call.UntilAnsweredAsync("name", after: first.Count);
        var both = await call.EventsAsync();
        HeardLines.AssertOnce(both, "calling", "jordan", "help");
        HeardLines.AssertOnce([.. both.Skip(first.Count)], "sorry", "knee", "name");
        await call.HangUpAsync();

        var events = await call.EventsAsync();
        Assert.Equal(Enumerable.Range(1, events.Count).Select(n => (long)n), events.Select(each => each.Seq));
        Assert.DoesNotContain(events, each => each is CallEnded { Reason: not EndReason.TraineeHungUp });
    }

    private async Task SayAsync(WebRtcCall call, string words)
    {
        var path = Path.Combine(_folder.Path, "words.wav");
        await new SpokenFile().Say(words).Silence(1_500).SaveAsync(path);
        await Mouthpiece.SayAsync(call.Page, path);
    }
}
