using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Supervision;

public static class SupervisionRegistration
{
    /// <summary>Wallboard, listening in and its audit. Comes after <c>AddCalls</c>.</summary>
    public static IServiceCollection AddSupervision(this IServiceCollection services)
    {
        services.AddOptions<SupervisionOptions>().BindConfiguration(SupervisionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SupervisionAudit>();
        services.AddSingleton<SupervisorStanding>();
        services.AddSingleton<Wallboard>();
        services.AddSingleton<SupervisedCalls>();
        services.AddSingleton<ICallFollower>(provider => provider.GetRequiredService<Wallboard>());
        services.AddSingleton<ICallFollower>(provider => provider.GetRequiredService<SupervisedCalls>());
        services.AddHostedService<SupervisionRecovery>();
        services.AddSingleton<SupervisorConnections>();
        services.AddHostedService(provider => provider.GetRequiredService<SupervisorConnections>());
        return services;
    }
}
