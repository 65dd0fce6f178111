using Microsoft.Extensions.DependencyInjection.Extensions;
using RealtimeTraining.Models.Language.Reading;

namespace RealtimeTraining.Server.Feedback;

public static class FeedbackServices
{
    /// <summary>Live cues, debriefs and progress. What is registered before wins.</summary>
    public static IServiceCollection AddFeedback(this IServiceCollection services)
    {
        services.TryAddSingleton<IUtteranceAnalysis>(_ => new TrainedUtteranceAnalysis(LanguageModels.Shared));
        services.TryAddSingleton<IDebriefWriter, DebriefWriter>();
        services.TryAddSingleton<ILiveCoachFactory, LiveCoachFactory>();
        services.AddScoped<ReadProgress>();
        return services;
    }
}
