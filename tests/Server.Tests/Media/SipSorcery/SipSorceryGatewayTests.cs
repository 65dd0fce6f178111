using System.Net;
using System.Net.Sockets;
using RealtimeTraining.Server.Media;
using RealtimeTraining.Server.Media.Sdp;
using RealtimeTraining.Server.Media.SipSorcery;
using RealtimeTraining.Speech.Audio;
using RealtimeTraining.Speech.Audio.Opus;

namespace RealtimeTraining.Server.Tests.Media.SipSorcery;

/// <summary>The gateway in process, on loopback, with real ICE, DTLS and SRTP.</summary>
public sealed class SipSorceryGatewayTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly AudioCodec Best = OpusLibrary.WhyNot is null ? new(AudioCodecKind.Opus, 111) : new(AudioCodecKind.Pcmu, 0);

    [Theory]
    [InlineData(AudioCodecKind.Opus, 111)]
    [InlineData(AudioCodecKind.Opus, 101)]
    [InlineData(AudioCodecKind.Pcmu, 0)]
    [InlineData(AudioCodecKind.Pcma, 8)]
    public async Task Voice_IsHeardBothWays_AndWhatWasPlayedIsKnown(AudioCodecKind kind, int payloadType)
    {
        if (kind == AudioCodecKind.Opus && OpusLibrary.WhyNot is not null)
        {
            return;
        }
        await using var gateway = Gateway();
        using var browser = new LoopbackBrowser(new AudioCodec(kind, payloadType));
        await using var peer = await ConnectAsync(gateway, browser);
        var sound = Sounds.Sweep(600);

        var up = await browser.SayAsync(peer, sound);
        var down = await browser.HearAsync(peer, sound);

        Assert.InRange(Sounds.Likeness(sound, up), 0.9, 1);
        Assert.InRange(Sounds.Likeness(sound, down), 0.9, 1);
        Assert.InRange(peer.Statistics.BytesReceived, 30 * 20, 200_000);
        Assert.InRange(peer.Statistics.BytesSent, 30 * 20, 200_000);
        Assert.Equal(0, peer.Statistics.PacketsLost);
    }

    [Fact]
    public async Task Answer_HasOneSecureVoice_WithOpusAndItsOwnAddress()
    {
        if (OpusLibrary.WhyNot is not null)
        {
            return;
        }
        await using var gateway = Gateway(options => options.PublicAddress = "192.0.2.17");
        await using var peer = await gateway.AnswerAsync(SdpOffer.Read(Packets.Offer), CancellationToken.None);

        Assert.Contains("m=audio 9 UDP/TLS/RTP/SAVPF 63 111\r\n", peer.Answer, StringComparison.Ordinal);
        Assert.Contains("a=rtpmap:111 opus/48000/2", peer.Answer, StringComparison.Ordinal);
        Assert.Contains("a=rtpmap:63 red/48000/2\r\na=fmtp:63 111/111", peer.Answer, StringComparison.Ordinal);
        Assert.Contains("useinbandfec=1", peer.Answer, StringComparison.Ordinal);
        Assert.Contains("a=fingerprint:sha-256", peer.Answer, StringComparison.Ordinal);
        Assert.Contains("a=setup:active", peer.Answer, StringComparison.Ordinal);
        Assert.Contains($" 127.0.0.1 {PortOf(peer)} typ host", peer.Answer, StringComparison.Ordinal);
        Assert.Contains($" 192.0.2.17 {PortOf(peer)} typ host", peer.Answer, StringComparison.Ordinal);
        Assert.Single(peer.Answer.Split("m=").Skip(1));
    }

    [Fact]
    public async Task Candidates_MayCome_AfterTheAnswer()
    {
        await using var gateway = Gateway();
        using var browser = new LoopbackBrowser(Best);
        var offer = await browser.OfferAsync(withCandidates: false);
        await using var peer = await gateway.AnswerAsync(offer, CancellationToken.None);
        browser.Accept(peer.Answer);
        await peer.AddCandidateAsync(browser.Candidate(offer), CancellationToken.None);
        await peer.AddCandidateAsync(IceCandidate.End(offer.Mid), CancellationToken.None);

        await browser.UntilHeardBothWaysAsync(peer);
    }

    [Fact]
    public async Task BrowserThatHidesItsAddress_IsFoundByItsChecks()
    {
        await using var gateway = Gateway();
        using var browser = new LoopbackBrowser(Best);
        var offer = await browser.OfferAsync(withCandidates: false);
        await using var peer = await gateway.AnswerAsync(offer, CancellationToken.None);
        await peer.AddCandidateAsync(browser.Candidate(offer, "5ad5ec3b-ff0b-4f5a-9b0c-1f0e6a0c2a3d.local"), CancellationToken.None);
        browser.Accept(peer.Answer);

        await browser.UntilHeardBothWaysAsync(peer);
    }

    [Fact]
    public async Task IceRestart_ChangesTheAddress_AndIsTheSameVoice()
    {
        await using var gateway = Gateway();
        using var browser = new LoopbackBrowser(Best);
        await using var peer = await ConnectAsync(gateway, browser);
        await browser.HearAsync(peer, Sounds.Sweep(200));
        var (port, timestamp) = (PortOf(peer), browser.PlayedTimestamp);

        using var restarted = new LoopbackBrowser(Best, browser);
        restarted.Accept(await peer.RestartAsync(await restarted.OfferAsync(), CancellationToken.None));
        await restarted.UntilHeardBothWaysAsync(peer);
        var sound = Sounds.Sweep(600);

        Assert.NotEqual(port, PortOf(peer));
        Assert.InRange(Sounds.Likeness(sound, await restarted.SayAsync(peer, sound)), 0.9, 1);
        Assert.InRange(Sounds.Likeness(sound, await restarted.HearAsync(peer, sound)), 0.9, 1);
        Assert.True(restarted.PlayedTimestamp > timestamp);
        Assert.Equal(0, peer.Statistics.PacketsRefused);
        Assert.False(peer.Ended.IsCompleted);
        await browser.Closed.WaitAsync(Patience);
        await UntilFreeAsync(port);
    }

    [Fact]
    public async Task IceRestartAfterTheOldPathDied_SavesThePeer()
    {
        await using var gateway = Gateway(options => options.GoneAfterMs = 3_000);
        using var browser = new LoopbackBrowser(Best);
        await using var peer = await ConnectAsync(gateway, browser);
        var port = PortOf(peer);
        browser.Vanish();

        using var restarted = new LoopbackBrowser(Best, browser);
        var answer = await peer.RestartAsync(await restarted.OfferAsync(), CancellationToken.None);
        // The old one is given up before the new one is there.
        await UntilFreeAsync(port);
        restarted.Accept(answer);
        await restarted.UntilHeardBothWaysAsync(peer);

        Assert.False(peer.Ended.IsCompleted);
    }

    [Fact]
    public async Task RestartWithoutTheCodec_IsRefused_AndThePeerGoesOn()
    {
        await using var gateway = Gateway();
        using var browser = new LoopbackBrowser(Best);
        await using var peer = await ConnectAsync(gateway, browser);
        using var other = new LoopbackBrowser(new AudioCodec(AudioCodecKind.Pcma, 8));
        var offer = await other.OfferAsync();

        Assert.Equal("sdpNoCodec", await CodeOfAsync(() => peer.RestartAsync(offer, CancellationToken.None)));
        await browser.SayAsync(peer, Sounds.Sweep(200));
    }

    [Fact]
    public async Task BrowserThatVanishes_EndsThePeer()
    {
        await using var gateway = Gateway(options => options.GoneAfterMs = 1_000);
        using var browser = new LoopbackBrowser(Best);
        await using var peer = await ConnectAsync(gateway, browser);
        browser.Vanish();

        Assert.Equal("peerGone", await peer.Ended.WaitAsync(Patience));
        await peer.Heard.Completion.WaitAsync(Patience);
        await UntilFreeAsync(PortOf(peer));
        Assert.Equal("peerGone", await CodeOfAsync(() => peer.RestartAsync(SdpOffer.Read(Packets.Offer), CancellationToken.None)));
        Assert.Equal("peerGone", await CodeOfAsync(() => peer.AddCandidateAsync(IceCandidate.End("0"), CancellationToken.None)));
    }

    [Fact]
    public async Task BrowserThatSaysGoodbye_EndsThePeer()
    {
        await using var gateway = Gateway();
        using var browser = new LoopbackBrowser(Best);
        await using var peer = await ConnectAsync(gateway, browser);
        browser.Dispose();

        Assert.Equal("peerGone", await peer.Ended.WaitAsync(Patience));
    }

    [Fact]
    public async Task BrowserThatNeverConnects_EndsThePeer()
    {
        await using var gateway = Gateway(options => options.ConnectMs = 1_000);
        await using var peer = await gateway.AnswerAsync(SdpOffer.Read(Packets.Offer), CancellationToken.None);

        Assert.Equal("peerGone", await peer.Ended.WaitAsync(Patience));
    }

    [Fact]
    public async Task OneTooMany_IsRefused_UntilAnotherLeaves()
    {
        await using var gateway = Gateway(options => options.MaxPeers = 1);
        await using var peer = await gateway.AnswerAsync(SdpOffer.Read(Packets.Offer), CancellationToken.None);
        Assert.Equal("gatewayFull", await CodeOfAsync(() => gateway.AnswerAsync(SdpOffer.Read(Packets.Offer), CancellationToken.None)));
        await peer.DisposeAsync();

        await using var next = await gateway.AnswerAsync(SdpOffer.Read(Packets.Offer), CancellationToken.None);
        Assert.Equal("left", await peer.Ended);
        Assert.False(next.Ended.IsCompleted);
    }

    [Fact]
    public async Task NoPortsLeft_IsFull_UntilOneIsGivenBack()
    {
        var port = FreeEvenPort();
        await using var gateway = Gateway(options => options.Ports = $"{port}-{port + 2}");
        await using var peer = await gateway.AnswerAsync(SdpOffer.Read(Packets.Offer), CancellationToken.None);
        Assert.Equal(port, PortOf(peer));
        Assert.Equal("gatewayFull", await CodeOfAsync(() => gateway.AnswerAsync(SdpOffer.Read(Packets.Offer), CancellationToken.None)));
        await peer.DisposeAsync();

        await using var next = await gateway.AnswerAsync(SdpOffer.Read(Packets.Offer), CancellationToken.None);
        Assert.Equal(port, PortOf(next));
    }

    [Fact]
    public async Task DisposedGateway_EndsItsPeers_AndTakesNoMore()
    {
        var gateway = Gateway();
        using var browser = new LoopbackBrowser(Best);
        await using var peer = await ConnectAsync(gateway, browser);
        await gateway.DisposeAsync();

        Assert.Equal("gatewayGone", await peer.Ended.WaitAsync(Patience));
        await UntilFreeAsync(PortOf(peer));
        await browser.Closed.WaitAsync(Patience);
        Assert.Equal("gatewayGone", await CodeOfAsync(() => gateway.AnswerAsync(SdpOffer.Read(Packets.Offer), CancellationToken.None)));
        // The call may send on until it has noticed.
        var first = peer.Send(new short[AudioFormat.FrameSamples]);
        Assert.Equal(first + AudioFormat.FrameSamples, peer.Send(new short[AudioFormat.FrameSamples]));
    }

    [Fact]
    public async Task OtherSources_AreRefusedAndCounted_AndHugeExtensionsSurvived()
    {
        await using var gateway = Gateway();
        using var browser = new LoopbackBrowser(Best);
        await using var peer = await ConnectAsync(gateway, browser);
        var silence = new short[AudioFormat.FrameSamples];

        browser.PretendToBe(77);
        await UntilRefusedAsync(peer, () => browser.Speak(silence), 1);
        browser.PretendToBe(0);
        browser.Extend(600);
        for (var i = 0; i < 5; i++)
        {
            browser.Speak(silence);
        }
        browser.Extend(0);
        await browser.UntilHeardBothWaysAsync(peer);

        var sound = Sounds.Sweep(600);
        Assert.InRange(Sounds.Likeness(sound, await browser.SayAsync(peer, sound)), 0.9, 1);
    }

    [Fact]
    public async Task StrangersDatagrams_ChangeNothing()
    {
        await using var gateway = Gateway();
        using var browser = new LoopbackBrowser(Best);
        await using var peer = await ConnectAsync(gateway, browser);
        using var stranger = new UdpClient();
        var to = new IPEndPoint(IPAddress.Loopback, PortOf(peer));
        var noise = new Random(4);
        foreach (var first in new byte[] { 0, 1, 20, 22, 23, 63, 128, 144, 160, 191, 200, 255 })
        {
            for (var length = 1; length <= 1_400; length += 233)
            {
                var datagram = new byte[length];
                noise.NextBytes(datagram);
                datagram[0] = first;
                await stranger.SendAsync(datagram, to);
            }
        }
        await stranger.SendAsync(Packets.Rtp(1, 0, 7, new byte[50]), to);
        var before = peer.Statistics.PacketsReceived;
        var sound = Sounds.Sweep(600);

        Assert.InRange(Sounds.Likeness(sound, await browser.SayAsync(peer, sound)), 0.9, 1);
        Assert.InRange(Sounds.Likeness(sound, await browser.HearAsync(peer, sound)), 0.9, 1);
        Assert.Equal(30, peer.Statistics.PacketsReceived - before);
    }

    [Fact]
    public async Task Reports_TellTheRoundTrip()
    {
        await using var gateway = Gateway();
        using var browser = new LoopbackBrowser(Best);
        await using var peer = await ConnectAsync(gateway, browser);
        var silence = new short[AudioFormat.FrameSamples];
        using var limit = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(AudioFormat.FrameMs));

        while (peer.Statistics.RoundTripMs is null)
        {
            browser.Speak(silence);
            peer.Send(silence);
            await pace.WaitForNextTickAsync(limit.Token);
        }
        Assert.InRange(peer.Statistics.RoundTripMs.Value, 0, 5_000);
    }

    private static SipSorceryGateway Gateway(Action<SipSorceryOptions>? change = null)
    {
        var options = new SipSorceryOptions { BindAddress = "127.0.0.1", ConnectMs = 60_000, GoneAfterMs = 60_000 };
        change?.Invoke(options);
        return new SipSorceryGateway(options, [], TimeProvider.System);
    }

    private static async Task<IWebRtcPeer> ConnectAsync(SipSorceryGateway gateway, LoopbackBrowser browser)
    {
        var peer = await gateway.AnswerAsync(await browser.OfferAsync(), CancellationToken.None);
        browser.Accept(peer.Answer);
        await browser.UntilHeardBothWaysAsync(peer);
        return peer;
    }

    private static async Task UntilRefusedAsync(IWebRtcPeer peer, Action speak, long count)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(AudioFormat.FrameMs));
        while (peer.Statistics.PacketsRefused < count)
        {
            speak();
            await pace.WaitForNextTickAsync(limit.Token);
        }
    }

    private static async Task<string> CodeOfAsync(Func<Task> act) => (await Assert.ThrowsAsync<MediaException>(act)).Code;

    private static int PortOf(IWebRtcPeer peer) =>
        int.Parse(peer.Answer.Split("a=candidate:")[1].Split(' ')[5]);

    private static async Task UntilFreeAsync(int port)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(AudioFormat.FrameMs));
        while (true)
        {
            try
            {
                using var socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, port));
                return;
            }
            catch (SocketException)
            {
                await pace.WaitForNextTickAsync(limit.Token);
            }
        }
    }

    private static int FreeEvenPort()
    {
        while (true)
        {
            using var socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
            var port = ((IPEndPoint)socket.Client.LocalEndPoint!).Port;
            if (port % 2 == 0)
            {
                return port;
            }
        }
    }
}
