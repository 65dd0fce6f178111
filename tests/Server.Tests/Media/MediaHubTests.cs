using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Media;
using RealtimeTraining.Server.Scenarios;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Media;

/// <summary>WebRTC's signalling over the hub's real socket, with a gateway that needs no network.</summary>
public sealed class MediaHubTests : IAsyncLifetime
{
    private const string Candidate = "candidate:1 1 udp 2122260223 192.0.2.7 54321 typ host ufrag OyOe";

    /// <summary>A server that was held up sends five frames in one go.</summary>
    private static readonly int HeldSamples = AudioFormat.Samples(100);
    private FakeGateway _gateway = null!;
    private TrainingServer _server = null!;
    private TestBrowser _trainee = null!;
    private CallClient _call = null!;

    public async Task InitializeAsync()
    {
        _gateway = FakeGateway.Open();
        _server = TrainingServer.Start(new TrainingServerOptions
        {
            Settings = new Dictionary<string, string?>
            {
                ["Calls:RingMs"] = "50",
                ["Engines:WebRtc"] = "auto",
                ["Media:StunServers:0"] = "stun:stun.example:3478",
                ["Media:TurnServers:0"] = "turn:turn.example:3478",
                ["Media:TurnSecret"] = "a secret of 16 and more",
            },
            Services = OnlyGateway.Of(_gateway),
        });
        _trainee = await _server.SignInAsync(Role.Trainee);
        _call = await CallClient.ConnectAsync(_trainee);
        await _call.StartAsync((await _trainee.GetAsync<ScenarioCard[]>("/api/scenarios"))[0].Id);
        await _call.UntilAsync<CallAnswered>();
    }

    public async Task DisposeAsync()
    {
        await _call.DisposeAsync();
        _trainee.Dispose();
        _server.Dispose();
    }

    [ServerFact]
    public void CallSaysThatWebRtcMayBeTried_WithCredentialsThatRunOut()
    {
        var servers = _call.State.WebRtc!.IceServers;

        Assert.Equal(["stun:stun.example:3478"], servers[0].Urls);
        Assert.Null(servers[0].Credential);
        var parts = servers[1].Username!.Split(':');
        var expiry = DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[0]));
        Assert.InRange(expiry, DateTimeOffset.UtcNow.AddMinutes(50), DateTimeOffset.UtcNow.AddMinutes(61));
        Assert.Equal(_call.Id.ToString(), parts[1]);
        Assert.Equal(20, Convert.FromBase64String(servers[1].Credential!).Length);
    }

    [ServerFact]
    public async Task Connected_TheMicrophoneIsHeardAndThePatientSent_UntilTheHubTakesThemBack()
    {
        Assert.Equal("v=0 fake", (await OfferAsync(Packets.Offer)).Sdp);
        var peer = _gateway.Peers.Single();
        for (var i = 0; i < 10; i++)
        {
            peer.Speak(1_000);
        }
        var ack = await _call.Hub.InvokeAsync<AudioAck>("UseWebRtc", _call.Id, 32_000L);
        Assert.Equal(AudioPath.WebRtc, ack.InUse);
        peer.Speak(1_000);

        ack = await UntilAsync(ack => ack.HeardUpTo > 30_000);
        Assert.InRange(ack.HeardUpTo, 31_000, 33_000);
        await UntilAsync(_ => peer.Sent.Any(sample => Math.Abs((int)sample) > 500));

        // The hub's stream takes the microphone back, from where the browser counts.
        using var stopping = new CancellationTokenSource();
        var upload = _call.SpeakAsync(new short[AudioFormat.Samples(60_000)], (_, cancelled) => Task.Delay(20, cancelled), stopping.Token);
        await UntilAsync(ack =>
        {
            peer.Speak(1_000);
            return ack.InUse == AudioPath.Hub;
        });
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upload);
    }

    [ServerFact]
    public async Task PlayedTimestamp_TellsWhatWasHeardOfThePatient()
    {
        await OfferAsync(Packets.Offer);
        await _call.Hub.InvokeAsync<AudioAck>("UseWebRtc", _call.Id, 0L);
        var peer = _gateway.Peers.Single();
        await _call.SayAsync("Thank you for calling, this is Sam. How can I help you today?");
        await _call.UntilAsync<UtteranceUnderstood>();

        await UntilAsync(_ => _call.Events.OfType<TurnTimed>().Any(timed => timed.FirstPlayedMs is not null), peer);
        Assert.Contains(peer.Sent, sample => Math.Abs((int)sample) > 500);
        var timed = _call.Events.OfType<TurnTimed>().First(timed => timed.FirstPlayedMs is not null);
        Assert.True(timed.FirstPlayedMs >= timed.FirstAudioMs - 20, timed.ToString());
    }

    [ServerFact]
    public async Task Measured_IsStoredWithTheCall()
    {
        await OfferAsync(Packets.Offer);
        await ReportAsync(new AudioReport(AudioPath.Hub, 30, null, null, null, null));
        await ReportAsync(new AudioReport(AudioPath.WebRtc, 20, 1, 4, null, null));
        await ReportAsync(new AudioReport(AudioPath.WebRtc, 40, 3, 8, -5, int.MaxValue));
        await _call.EndAsync();
        await _call.UntilAsync<CallEnded>();

        var used = _call.Events.OfType<AudioPathUsed>().ToList();
        Assert.Equal((AudioPath.Hub, 30), (used[0].Path, used[0].RoundTripMs));
        Assert.Equal((AudioPath.WebRtc, 30, 2d, 6d), (used[1].Path, used[1].RoundTripMs, used[1].LossPercent, used[1].JitterMs));
        Assert.True(used[1].Seq < _call.Events.OfType<CallEnded>().Single().Seq);
    }

    [ServerFact]
    public async Task Restart_KeepsThePeer_AndANewOfferReplacesIt()
    {
        await RefusedAsync("peerGone", () => OfferAsync(Packets.Offer, restart: true));
        await OfferAsync(Packets.Offer);
        Assert.Equal("v=0 restarted", (await OfferAsync(Packets.Offer.Replace("OyOe", "Anew", StringComparison.Ordinal), restart: true)).Sdp);
        Assert.Equal(1, _gateway.Peers.Single().Restarts);

        await OfferAsync(Packets.Offer);
        Assert.Equal("left", await _gateway.Peers[0].Ended);
        Assert.False(_gateway.Peers[1].Ended.IsCompleted);
        await _call.Hub.InvokeAsync("LeaveAudio", _call.Id);
        Assert.Equal("left", await _gateway.Peers[1].Ended);
    }

    [ServerFact]
    public async Task BadOffers_AreRefused_AndTheCallGoesOn()
    {
        await RefusedAsync("sdpInvalid", () => OfferAsync("nonsense"));
        await RefusedAsync("sdpNotAudioOnly", () => OfferAsync(Packets.Offer + "m=video 9 UDP/TLS/RTP/SAVPF 96\n"));
        await RefusedAsync("sdpNoAudio", () => OfferAsync(Packets.Offer.Replace("a=sendrecv", "a=inactive", StringComparison.Ordinal)));
        _gateway.Fails = MediaException.GatewayRefused("no");
        await RefusedAsync("gatewayRefused", () => OfferAsync(Packets.Offer));
        _gateway.Fails = MediaException.GatewayGone();
        await RefusedAsync("gatewayGone", () => OfferAsync(Packets.Offer));
        await RefusedAsync("noGateway", () => OfferAsync(Packets.Offer));
        await RefusedAsync("peerGone", () => _call.Hub.InvokeAsync<AudioAck>("UseWebRtc", _call.Id, 0L));
        await RefusedAsync("audioOutOfRange", () => _call.Hub.InvokeAsync<AudioAck>("UseWebRtc", _call.Id, -1L));

        await _call.SayAsync("Thank you for calling, this is Sam. How can I help you today?");
        await _call.UntilAsync<UtteranceUnderstood>();
    }

    [ServerFact]
    public async Task Candidates_AreTakenForTheirOwnOfferOnly()
    {
        await RefusedAsync("peerGone", () => CandidateAsync(Candidate));
        await OfferAsync(Packets.Offer);
        await CandidateAsync(Candidate);
        await CandidateAsync("");
        await RefusedAsync("candidateInvalid", () => CandidateAsync(Candidate.Replace("OyOe", "Other", StringComparison.Ordinal)));
        await RefusedAsync("candidateInvalid", () => CandidateAsync("rm -rf /"));
        await RefusedAsync("callNotFound", () => _call.Hub.InvokeAsync("AddIceCandidate", CallId.New(), new AudioCandidate(Candidate, "0")));
        Assert.Equal([Candidate, null], _gateway.Peers.Single().Candidates.Select(candidate => candidate.Line));
    }

    [ServerFact]
    public async Task AnotherPersonsCall_IsNotThere()
    {
        using var other = await _server.SignInAsync("jo@hillcrest.example");
        await using var stranger = await CallClient.ConnectAsync(other);

        await RefusedAsync("callNotFound", () => stranger.Hub.InvokeAsync<AudioAck>("UseWebRtc", _call.Id, 0L));
        await RefusedAsync("callNotFound", () => stranger.Hub.InvokeAsync("LeaveAudio", _call.Id));
    }

    [ServerFact]
    public async Task OfferingWithoutEnd_IsRefused()
    {
        for (var i = 0; i < 12; i++)
        {
            await OfferAsync(Packets.Offer);
        }
        await RefusedAsync("negotiatedTooOften", () => OfferAsync(Packets.Offer));
    }

    [ServerFact]
    public async Task GatewayThatDies_LeavesTheMicrophoneToTheHub()
    {
        await OfferAsync(Packets.Offer);
        await _call.Hub.InvokeAsync<AudioAck>("UseWebRtc", _call.Id, 0L);
        _gateway.Peers.Single().End("gatewayGone");

        await UntilAsync(ack => ack.InUse == AudioPath.Hub);
        await RefusedAsync("peerGone", () => _call.Hub.InvokeAsync<AudioAck>("UseWebRtc", _call.Id, 0L));
    }

    private async Task<AudioAnswer> OfferAsync(string sdp, bool restart = false)
    {
        await foreach (var answer in _call.Hub.StreamAsync<AudioAnswer>("NegotiateAudio", [_call.Id, new AudioOffer(sdp, restart)], CancellationToken.None))
        {
            return answer;
        }
        throw new InvalidOperationException("There was no answer.");
    }

    private Task CandidateAsync(string line) => _call.Hub.InvokeAsync("AddIceCandidate", _call.Id, new AudioCandidate(line, "0"));

    private Task<AudioAck> ReportAsync(AudioReport report) => _call.Hub.InvokeAsync<AudioAck>("ReportAudio", _call.Id, report);

    /// <summary>Reports as a page does, until the answer is as wanted.</summary>
    /// <param name="playing">Its browser plays what was sent but for what its jitter buffer holds, and its microphone is open.</param>
    private async Task<AudioAck> UntilAsync(Func<AudioAck, bool> wanted, FakePeer? playing = null)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            playing?.Speak(0);
            var ack = await ReportAsync(new AudioReport(AudioPath.WebRtc, 20, 0, 4, playing is null ? null : Math.Max(0, playing.Sent.Length - HeldSamples), 10));
            if (wanted(ack))
            {
                return ack;
            }
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(60), $"Never; last: {ack}.");
            // The server refuses a page that reports more often than one does.
            await Task.Delay(50);
        }
    }

    private static async Task RefusedAsync(string code, Func<Task> what) =>
        Assert.Contains($"[{code}]", (await Assert.ThrowsAsync<HubClientException>(what)).Message, StringComparison.Ordinal);
}
