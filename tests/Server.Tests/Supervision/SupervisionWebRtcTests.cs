using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Media;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.Server.Supervision;
using RealtimeTraining.Server.Tests.Media;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Supervision;

/// <summary>Supervisors over WebRTC, signalled over the hub's real socket, with a gateway that needs no network.</summary>
public sealed class SupervisionWebRtcTests : IAsyncLifetime
{
    private readonly FakeGateway _gateway = FakeGateway.Open();
    private TrainingServer _server = null!;
    private TestBrowser _trainee = null!;
    private TestBrowser _ruth = null!;
    private CallClient _call = null!;

    public async Task InitializeAsync()
    {
        _server = TrainingServer.Start(new TrainingServerOptions
        {
            Settings = new Dictionary<string, string?> { ["Calls:RingMs"] = "50", ["Engines:WebRtc"] = "auto", ["Supervision:LookAgainMs"] = "500" },
            Services = OnlyGateway.Of(_gateway),
        });
        _trainee = await _server.SignInAsync(Role.Trainee);
        _ruth = await _server.SignInAsync(Role.Supervisor);
        _call = await CallClient.ConnectAsync(_trainee);
        await _call.StartAsync((await _trainee.GetAsync<ScenarioCard[]>("/api/scenarios"))[0].Id);
        await _call.UntilAsync<CallAnswered>();
    }

    public async Task DisposeAsync()
    {
        await _call.DisposeAsync();
        _trainee.Dispose();
        _ruth.Dispose();
        _server.Dispose();
    }

    [ServerFact]
    public async Task Connected_TheCallIsSentToTheListener_UntilTheHubTakesItBack()
    {
        await using var ruth = await SupervisorClient.ConnectAsync(_ruth);
        Assert.NotNull((await ruth.ListenAsync(_call.Id)).WebRtc);
        var overHub = DrainAsync(ruth.HearAsync(CancellationToken.None));
        var peer = await ConnectAsync(ruth);

        await ruth.Hub.InvokeAsync("HearOverWebRtc", _call.Id);
        await overHub;
        await _call.SayAsync("Thank you for calling, this is Jordan. How can I help you today?");
        await SpinAsync(() => peer.Sent.Any(sample => Math.Abs((int)sample) > 500), "the patient is sent to the listener");

        await FirstAsync(ruth.HearAsync(CancellationToken.None));
        await ruth.Hub.InvokeAsync("HearOverWebRtc", _call.Id);
        var before = peer.Sent.Length;
        await SpinAsync(() => peer.Sent.Length > before, "the listener is sent the call again");
        Assert.False(peer.Ended.IsCompleted);
    }

    [ServerFact]
    public async Task Microphone_IsTakenFromWhenTheSupervisorSpeaks_AndOfOneModeOnly()
    {
        await using var ruth = await SupervisorClient.ConnectAsync(_ruth);
        await ruth.ListenAsync(_call.Id);
        var peer = await ConnectAsync(ruth);
        await ruth.Hub.InvokeAsync("HearOverWebRtc", _call.Id);
        using var done = new CancellationTokenSource();
        var heard = new HashSet<short>();
        var ear = CollectAsync(_call.Hub.StreamAsync<AudioPacket>("ReceiveSupervisor", [_call.Id], done.Token), heard);

        await RefusedAsync("onlyListening", () => ruth.Hub.InvokeAsync("SpeakOverWebRtc", _call.Id));
        await SpeakUnheardAsync(peer, 1_111);
        await ruth.Hub.InvokeAsync<SupervisionState>("SetMode", _call.Id, SupervisionMode.Whisper);
        await SpeakUnheardAsync(peer, 2_222);
        await ruth.Hub.InvokeAsync("SpeakOverWebRtc", _call.Id);
        await SpeakUntilHeardAsync(peer, 3_333, heard);
        await ruth.Hub.InvokeAsync<SupervisionState>("SetMode", _call.Id, SupervisionMode.Barge);
        await SpeakUnheardAsync(peer, 4_444);
        await ruth.Hub.InvokeAsync("SpeakOverWebRtc", _call.Id);
        await SpeakUntilHeardAsync(peer, 5_555, heard);
        await done.CancelAsync();
        await Task.WhenAny(ear);

        Assert.Equal(new short[] { 3_333, 5_555 }, heard.Where(sample => sample != 0).Order());
    }

    [ServerFact]
    public async Task HubsMicrophone_TakesOverInTheMiddleOfAWhisper()
    {
        await using var ruth = await SupervisorClient.ConnectAsync(_ruth);
        await ruth.ListenAsync(_call.Id);
        var peer = await ConnectAsync(ruth);
        using var done = new CancellationTokenSource();
        var heard = new HashSet<short>();
        var ear = CollectAsync(_call.Hub.StreamAsync<AudioPacket>("ReceiveSupervisor", [_call.Id], done.Token), heard);
        await ruth.Hub.InvokeAsync<SupervisionState>("SetMode", _call.Id, SupervisionMode.Whisper);
        await ruth.Hub.InvokeAsync("SpeakOverWebRtc", _call.Id);
        await SpeakUntilHeardAsync(peer, 3_333, heard);

        await ruth.Hub.UploadAsync("SendVoice", [_call.Id], Calls.Audio.Packets([Pcm.ToBytes([.. Enumerable.Repeat((short)6_666, AudioFormat.FrameSamples)])]), CancellationToken.None);
        await SpinAsync(() => Has(heard, 6_666), "what the hub brings is heard");
        await SpeakUnheardAsync(peer, 7_777);
        await done.CancelAsync();
        await Task.WhenAny(ear);

        Assert.Equal(new short[] { 3_333, 6_666 }, heard.Where(sample => sample != 0).Order());
    }

    [ServerFact]
    public async Task RoleTakenAwayWhileListening_EndsTheConnection()
    {
        await using var ruth = await SupervisorClient.ConnectAsync(_ruth);
        await ruth.ListenAsync(_call.Id);
        var peer = await ConnectAsync(ruth);
        await ruth.Hub.InvokeAsync("HearOverWebRtc", _call.Id);
        await ruth.Hub.InvokeAsync<SupervisionState>("SetMode", _call.Id, SupervisionMode.Whisper);

        await TakeRoleAsync(_ruth.User.Id);

        Assert.Equal("left", await peer.Ended);
        await ruth.Hub.Closed;
    }

    [ServerFact]
    public async Task GatewayThatGoesAway_LeavesTheHub()
    {
        await using var ruth = await SupervisorClient.ConnectAsync(_ruth);
        await ruth.ListenAsync(_call.Id);
        var peer = await ConnectAsync(ruth);
        await ruth.Hub.InvokeAsync("HearOverWebRtc", _call.Id);

        peer.End("gatewayGone");
        await RefusedAsync("peerGone", () => ruth.Hub.InvokeAsync("HearOverWebRtc", _call.Id));
        await FirstAsync(ruth.HearAsync(CancellationToken.None));
        _gateway.Fails = MediaException.GatewayFull();
        await RefusedAsync("gatewayFull", () => ConnectAsync(ruth));
        await RefusedAsync("sdpNoAudio", () => OfferAsync(ruth, Packets.Offer.Replace("a=sendrecv", "a=recvonly", StringComparison.Ordinal)));
    }

    [ServerFact]
    public async Task SupervisorOfAnotherTenant_WhoKnowsTheId_GetsNoConnection()
    {
        await _server.AddPersonAsync("otto@hillcrest.example", "correct horse battery", Role.Supervisor, DemoAccounts.Hillcrest);
        using var otto = _server.OpenBrowser();
        await otto.SignInAsync("/api/session", new SignIn("otto@hillcrest.example", "correct horse battery"));
        await using var stranger = await SupervisorClient.ConnectAsync(otto);

        await RefusedAsync("notInCall", () => OfferAsync(stranger, Packets.Offer));
        await RefusedAsync("notInCall", () => stranger.Hub.InvokeAsync("AddIceCandidate", _call.Id, new AudioCandidate("", "0")));
        foreach (var method in new[] { "HearOverWebRtc", "SpeakOverWebRtc", "LeaveAudio" })
        {
            await RefusedAsync("notInCall", () => stranger.Hub.InvokeAsync(method, _call.Id));
        }
        Assert.Empty(_gateway.Peers);
    }

    private async Task<FakePeer> ConnectAsync(SupervisorClient client)
    {
        Assert.Equal("v=0 fake", (await OfferAsync(client, Packets.Offer)).Sdp);
        return _gateway.Peers[^1];
    }

    private async Task<AudioAnswer> OfferAsync(SupervisorClient client, string sdp)
    {
        await foreach (var answer in client.Hub.StreamAsync<AudioAnswer>("NegotiateAudio", [_call.Id, sdp], CancellationToken.None))
        {
            return answer;
        }
        throw new InvalidOperationException("There was no answer.");
    }

    // The silence behind it has been taken, so what was said before it has gone where it goes.
    private static Task SpeakUnheardAsync(FakePeer peer, short level)
    {
        peer.Speak(level);
        peer.Speak(0);
        return SpinAsync(() => peer.Heard.Count == 0, "what was said was taken from the connection");
    }

    // What is said before the server has opened the trainee's ear goes by, so it is said again.
    private static Task SpeakUntilHeardAsync(FakePeer peer, short level, HashSet<short> heard) => SpinAsync(() =>
    {
        if (!Has(heard, level) && peer.Heard.Count == 0)
        {
            peer.Speak(level);
        }
        return Has(heard, level);
    }, $"{level} is heard");

    private static bool Has(HashSet<short> heard, short level)
    {
        lock (heard)
        {
            return heard.Contains(level);
        }
    }

    private static async Task CollectAsync(IAsyncEnumerable<AudioPacket> packets, HashSet<short> into)
    {
        await foreach (var packet in packets)
        {
            lock (into)
            {
                into.UnionWith(MemoryMarshal.Cast<byte, short>(packet.Pcm).ToArray());
            }
        }
    }

    private static async Task DrainAsync(IAsyncEnumerable<AudioPacket> packets)
    {
        await foreach (var _ in packets)
        {
        }
    }

    private static async Task FirstAsync(IAsyncEnumerable<AudioPacket> packets)
    {
        await foreach (var _ in packets)
        {
            return;
        }
        Assert.Fail("The sound ended before it began.");
    }

    private static async Task SpinAsync(Func<bool> happened, string what)
    {
        var guard = TimeProvider.System.GetTimestamp();
        while (!happened())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(guard) < TimeSpan.FromSeconds(60), $"Never: {what}.");
            await Task.Yield();
        }
    }

    private async Task TakeRoleAsync(Guid userId)
    {
        await using var scope = _server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Id = DemoAccounts.Riverside;
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = await users.Users.SingleAsync(user => user.Id == userId);
        Assert.True((await users.RemoveFromRoleAsync(user, nameof(Role.Supervisor))).Succeeded);
    }

    private static async Task RefusedAsync(string code, Func<Task> act) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<HubClientException>(act)).Code);
}
