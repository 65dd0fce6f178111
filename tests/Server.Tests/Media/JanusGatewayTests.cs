using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using RealtimeTraining.Server.Media;
using RealtimeTraining.Server.Media.Janus;
using RealtimeTraining.Server.Media.Sdp;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Media;

/// <summary>The client against a real Janus; what only a browser can do is in the browser tests.</summary>
public sealed class JanusGatewayTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [JanusFact]
    public async Task Offer_IsAnsweredWithOneSecureVoice()
    {
        await using var janus = await JanusProcess.StartAsync();
        await using var gateway = Gateway(janus);
        await using var peer = await gateway.AnswerAsync(SdpOffer.Read(Packets.Offer), CancellationToken.None);

        Assert.Contains("m=audio", peer.Answer, StringComparison.Ordinal);
        Assert.Contains("opus/48000/2", peer.Answer, StringComparison.Ordinal);
        Assert.Contains("a=fingerprint:sha-256", peer.Answer, StringComparison.Ordinal);
        Assert.Contains("a=candidate", peer.Answer, StringComparison.Ordinal);
        await peer.AddCandidateAsync(IceCandidate.Read("candidate:1 1 udp 2122260223 127.0.0.1 54321 typ host", "0", "OyOe"), CancellationToken.None);
        await peer.AddCandidateAsync(IceCandidate.End("0"), CancellationToken.None);

        // An ICE restart gives new credentials for the same voice.
        var before = peer.Answer;
        var again = await peer.RestartAsync(SdpOffer.Read(Packets.Offer.Replace("OyOe", "Anew", StringComparison.Ordinal)), CancellationToken.None);
        Assert.NotEqual(Line(before, "a=ice-pwd"), Line(again, "a=ice-pwd"));
    }

    [JanusFact]
    public async Task ManyPeers_AreOnOneGateway_AndLeaveIt()
    {
        await using var janus = await JanusProcess.StartAsync();
        await using var gateway = Gateway(janus);
        var peers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => gateway.AnswerAsync(SdpOffer.Read(Packets.Offer), CancellationToken.None)));
        foreach (var peer in peers)
        {
            await peer.DisposeAsync();
            Assert.Equal("left", await peer.Ended);
        }
    }

    [JanusFact]
    public async Task WrongSecret_IsRefused()
    {
        await using var janus = await JanusProcess.StartAsync();
        await using var gateway = Gateway(janus, options => options.Secret = "another");

        Assert.Equal("gatewayRefused", await CodeOfAsync(gateway));
    }

    [Fact]
    public async Task NoJanus_IsGone()
    {
        var options = new JanusOptions { Address = "ws://127.0.0.1:9", TimeoutMs = 500 };
        await using var gateway = new JanusGateway(options, TimeProvider.System, NullLoggerFactory.Instance);

        Assert.Equal("gatewayGone", await CodeOfAsync(gateway));
    }

    [JanusFact]
    public async Task Killed_TellsItsPeers_AndTheNextJanusIsUsed()
    {
        await using var janus = await JanusProcess.StartAsync();
        await using var gateway = Gateway(janus, options => options.ReconnectMs = 1_000);
        await using var peer = await gateway.AnswerAsync(SdpOffer.Read(Packets.Offer), CancellationToken.None);

        janus.Kill();
        Assert.Equal("gatewayGone", await peer.Ended.WaitAsync(Patience));
        Assert.Equal("gatewayGone", await CodeOfAsync(gateway));

        await using var next = await JanusProcess.StartAsync(janus.Port);
        await using var again = await gateway.AnswerAsync(SdpOffer.Read(Packets.Offer), CancellationToken.None);
        Assert.Contains("m=audio", again.Answer, StringComparison.Ordinal);
    }

    [JanusFact]
    public async Task Frozen_IsFoundToBeGone_ThoughNobodySaidSo()
    {
        await using var janus = await JanusProcess.StartAsync();
        await using var gateway = Gateway(janus, options => (options.TimeoutMs, options.ReconnectMs) = (500, 500));
        await using var peer = await gateway.AnswerAsync(SdpOffer.Read(Packets.Offer), CancellationToken.None);

        janus.Freeze();
        Assert.Equal("gatewayGone", await peer.Ended.WaitAsync(Patience));
    }

    [JanusFact]
    public async Task StrangersRtp_IsRefusedAndCounted()
    {
        await using var janus = await JanusProcess.StartAsync();
        var port = FreeEvenPort();
        await using var gateway = Gateway(janus, options => options.RtpPorts = $"{port}-{port + 1}");
        await using var peer = await gateway.AnswerAsync(SdpOffer.Read(Packets.Offer), CancellationToken.None);
        using var stranger = new UdpClient();
        var packet = Packets.Rtp(1, 0, 7, new byte[50]);

        while (peer.Statistics.PacketsRefused == 0)
        {
            await stranger.SendAsync(packet, new IPEndPoint(IPAddress.Loopback, port));
            await stranger.SendAsync(packet, new IPEndPoint(IPAddress.Loopback, port + 1));
        }
        Assert.Equal(0, peer.Statistics.PacketsReceived);
        Assert.False(peer.Heard.TryRead(out _));
    }

    [JanusFact]
    public async Task NoPortsLeft_IsFull()
    {
        await using var janus = await JanusProcess.StartAsync();
        var port = FreeEvenPort();
        await using var gateway = Gateway(janus, options => options.RtpPorts = $"{port}-{port + 1}");
        await using var peer = await gateway.AnswerAsync(SdpOffer.Read(Packets.Offer), CancellationToken.None);

        Assert.Equal("gatewayFull", await CodeOfAsync(gateway));
    }

    private static JanusGateway Gateway(JanusProcess janus, Action<JanusOptions>? change = null)
    {
        var options = new JanusOptions { Address = janus.Address, Secret = JanusProcess.Secret, TimeoutMs = 10_000 };
        change?.Invoke(options);
        return new JanusGateway(options, TimeProvider.System, NullLoggerFactory.Instance);
    }

    private static async Task<string> CodeOfAsync(JanusGateway gateway) =>
        (await Assert.ThrowsAsync<MediaException>(() => gateway.AnswerAsync(SdpOffer.Read(Packets.Offer), CancellationToken.None))).Code;

    private static string Line(string sdp, string start) => sdp.Split('\n').First(line => line.StartsWith(start, StringComparison.Ordinal));

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
