using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace RealtimeTraining.Server.Storage;

public static class StorageRegistration
{
    /// <summary>
    /// The database and the data folder. <see cref="TrainingDb"/> is scoped and sees the signed-in user's tenant;
    /// singletons use <see cref="TrainingDbFactory"/>. The database is brought up to date when the host starts, before
    /// hosted services that are registered later.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => DataFolder.From(
            provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IHostEnvironment>()));
        services.AddSingleton(provider => StoreEngines.Choose(ConnectionString(provider)));
        services.AddDbContext<TrainingDb>(
            (provider, options) =>
            {
                provider.GetRequiredService<IStoreEngine>().Configure(options, ConnectionString(provider), provider.GetRequiredService<DataFolder>());
                // A person's roles, logins and tokens have no tenant of their own; they are only ever read through the person.
                options.ConfigureWarnings(warnings => warnings
                    .Log((RelationalEventId.CommandExecuted, LogLevel.Debug), (CoreEventId.ContextInitialized, LogLevel.Debug))
                    .Ignore(
                    CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
            },
            optionsLifetime: ServiceLifetime.Singleton);
        services.AddSingleton<WriteTurn>();
        services.AddSingleton<TrainingDbFactory>();
        services.AddScoped<CurrentTenant>();
        services.AddHostedService<DatabaseStartup>();
        return services;
    }

    private static string? ConnectionString(IServiceProvider provider) =>
        provider.GetRequiredService<IConfiguration>().GetConnectionString(StoreEngines.ConnectionName);
}
