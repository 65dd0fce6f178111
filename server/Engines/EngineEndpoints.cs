using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Accounts;

namespace RealtimeTraining.Server.Engines;

public static class EngineEndpoints
{
    public static IServiceCollection AddEngines(this IServiceCollection services)
    {
        foreach (var engine in EngineDiscovery.InThisBuild)
        {
            engine.Register(services);
        }
        return services
            .AddSingleton(EngineDiscovery.InThisBuild)
            .AddSingleton<EngineSettings>()
            .AddSingleton<EngineHealth>()
            .AddSingleton<EngineCatalog>()
            .AddSingleton<EnginePool>()
            .AddSingleton<EngineTrial>()
            .AddHostedService<StartupReport>();
    }

    public static IEndpointRouteBuilder MapEngines(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/engines").WithTags("Engines").RequireAuthorization();
        group.MapGet("", (EngineCatalog engines) => TypedResults.Ok(engines.Choices())).WithName("ListEngines");
        group.MapPut("{role}", SwitchEngine.HandleAsync).WithName("SwitchEngine").RequireRole(Role.Administrator);
        group.MapPost("{role}/{name}/try", TryEngine.HandleAsync).WithName("TryEngine").RequireRole(Role.Administrator);
        return routes;
    }
}
