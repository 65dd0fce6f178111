namespace RealtimeTraining.Server.Reviews;

internal static class WatchingSetup
{
    public static IServiceCollection AddWatchedFolders(this IServiceCollection services)
    {
        services.AddOptions<WatchingOptions>().BindConfiguration(WatchingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SettledFiles>();
        services.AddSingleton<FolderTaker>();
        services.AddHostedService<FolderWatch>();
        return services;
    }
}
