using Microsoft.Extensions.DependencyInjection.Extensions;

namespace RealtimeTraining.Server.Scenarios;

public static class ScenarioRegistration
{
    public static IServiceCollection AddScenarios(this IServiceCollection services)
    {
        services.AddOptions<ScenarioOptions>().BindConfiguration(ScenarioOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ScenarioLibrary>();
        services.AddHostedService<ScenarioLibraryStart>();
        services.AddScoped<ListScenarios>();
        services.AddScoped<GetScenario>();
        return services;
    }
}
