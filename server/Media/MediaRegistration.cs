namespace RealtimeTraining.Server.Media;

public static class MediaRegistration
{
    public static IServiceCollection AddMedia(this IServiceCollection services)
    {
        services.AddOptions<MediaOptions>().BindConfiguration(MediaOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<IceServers>().AddSingleton<WebRtcGateways>();
    }
}
