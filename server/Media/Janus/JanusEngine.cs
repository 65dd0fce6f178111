using Microsoft.Extensions.Options;
using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Server.Media.Janus;

/// <summary>WebRTC through a Janus 1.x gateway with its NoSIP plugin, which may run on a machine of its own.</summary>
public sealed class JanusEngine : IEngine<IWebRtcGateway>
{
    public EngineRole Role => EngineRole.WebRtc;

    public string Name => "janus";

    public int Preference => 20;

    public void Register(IServiceCollection services) =>
        services.AddOptions<JanusOptions>().BindConfiguration(JanusOptions.Section).ValidateDataAnnotations().ValidateOnStart();

    public EngineProbe Probe(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<JanusOptions>>().Value;
        return options.Address.Length > 0
            ? EngineProbe.Yes($"Janus at {options.Address}.")
            : EngineProbe.No($"No Janus gateway is set up: name it in {JanusOptions.Section}:Address (./dev run starts one where the Debian package janus is installed).");
    }

    public IWebRtcGateway Create(IServiceProvider services) => new JanusGateway(
        services.GetRequiredService<IOptions<JanusOptions>>().Value, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILoggerFactory>());
}
