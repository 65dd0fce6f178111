using Microsoft.Extensions.DependencyInjection.Extensions;

namespace RealtimeTraining.Server.Feedback;

public static class FeedbackServices
{
    /// <summary>Live cues, debriefs and progress. What is registered before wins, as a trained classifier would.</summary>
    public static IServiceCollection AddFeedback(this IServiceCollection services)
    {
        services.TryAddSingleton<IUtteranceAnalysis, RuleUtteranceAnalysis>();
        services.TryAddSingleton<IDebriefWriter, DebriefWriter>();
        services.TryAddSingleton<ILiveCoachFactory, LiveCoachFactory>();
        services.AddScoped<ReadProgress>();
        return services;
    }
}
