using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Engines;

namespace RealtimeTraining.TestKit;

public static class OnlyGateway
{
    /// <summary>A server with this gateway for WebRTC and no other; all further engines are those of the build.</summary>
    public static Action<IServiceCollection> Of(IEngine gateway) => services => services.Replace(ServiceDescriptor.Singleton<IReadOnlyList<IEngine>>(
        [gateway, .. EngineDiscovery.InThisBuild.Where(engine => engine.Role != EngineRole.WebRtc)]));
}
