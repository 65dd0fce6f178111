using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Audio.Opus;

namespace RealtimeTraining.Server.Media.SipSorcery;

/// <summary>WebRTC in this process, by the SIPSorcery library. Its licence has a clause of its own: docs/decisions/0007-sipsorcery.md.</summary>
public sealed class SipSorceryEngine : IEngine<IWebRtcGateway>
{
    public EngineRole Role => EngineRole.WebRtc;

    public string Name => "sipsorcery";

    public int Preference => 30;

    public void Register(IServiceCollection services) =>
        services.AddOptions<SipSorceryOptions>().BindConfiguration(SipSorceryOptions.Section).ValidateDataAnnotations().ValidateOnStart();

    public EngineProbe Probe(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<SipSorceryOptions>>().Value;
        if (options.Bind is { } address && !IsHere(address))
        {
            return EngineProbe.No($"{address} is not an address of this machine: correct {SipSorceryOptions.Section}:BindAddress, or leave it empty.");
        }
        return EngineProbe.Yes(OpusLibrary.WhyNot is { } whyNot
            ? $"WebRTC in this process, with G.711, which sounds like a telephone: {whyNot}"
            : "WebRTC in this process, with Opus.");
    }

    public IWebRtcGateway Create(IServiceProvider services) => new SipSorceryGateway(
        services.GetRequiredService<IOptions<SipSorceryOptions>>().Value, services.GetRequiredService<IOptions<MediaOptions>>().Value.StunServers,
        services.GetRequiredService<TimeProvider>());

    private static bool IsHere(IPAddress address)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(new IPEndPoint(address, 0));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
