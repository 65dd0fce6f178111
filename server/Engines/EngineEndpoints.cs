using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Server.Engines;

/// <summary>What runs for a role, what was passed over, and what that means for a trainee.</summary>
/// <param name="Running">The engine's name; null when none runs.</param>
/// <param name="Meaning">Plain words, for the lobby: "You can speak: PocketSphinx writes down what you say."</param>
public sealed record EngineChoice(EngineRole Role, string? Running, string Why, string Meaning, bool Limited, IReadOnlyList<EngineState> Engines);

public sealed record EngineState(string Name, bool Available, string Reason);

public static class EngineEndpoints
{
    public static IServiceCollection AddEngines(this IServiceCollection services)
    {
        foreach (var engine in EngineDiscovery.InThisBuild)
        {
            engine.Register(services);
        }
        return services.AddSingleton(EngineDiscovery.InThisBuild).AddSingleton<EngineCatalog>().AddHostedService<StartupReport>();
    }

    public static IEndpointRouteBuilder MapEngines(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/engines", (EngineCatalog engines) => TypedResults.Ok(engines.Choices()))
            .WithTags("Engines").WithName("ListEngines").RequireAuthorization();
        return routes;
    }
}
