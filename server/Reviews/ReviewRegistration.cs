using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace RealtimeTraining.Server.Reviews;

public static class ReviewRegistration
{
    /// <summary>Recorded real calls: upload, the queue that works at them, and reading them. Comes after <c>AddCalls</c>.</summary>
    public static IServiceCollection AddReviews(this IServiceCollection services)
    {
        services.AddOptions<ReviewOptions>().BindConfiguration(ReviewOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<ReviewOptions>>((limiter, limits) => UploadLimits.Configure(limiter, limits.Value));
        services.AddSingleton<RecordingKey>();
        services.AddSingleton<RecordingVault>();
        services.AddSingleton<ReviewFolder>();
        services.AddSingleton<MediaTool>();
        services.AddSingleton<RecordingProbe>();
        services.AddSingleton<RecordingDecoder>();
        services.AddSingleton<ReviewRecogniser>();
        services.AddSingleton<RoleFinder>();
        services.AddSingleton<SoundOutlines>();
        services.AddSingleton<TranscribeStage>();
        services.AddSingleton<ReviewProgress>();
        services.AddSingleton<ReviewWork>();
        services.AddSingleton<ReviewQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<ReviewQueue>());
        services.AddSingleton<ReviewRetention>();
        services.AddHostedService(provider => provider.GetRequiredService<ReviewRetention>());
        services.AddSingleton<RecordingRules>();
        services.AddReviewSearch();
        services.AddWatchedFolders();
        services.AddSingleton<MomentFinder>();
        services.AddSingleton<ReviewDebrief>();
        services.AddScoped<ReviewAudit>();
        services.AddScoped<ReviewSummaries>();
        services.AddScoped<ChangeFactsHandler>();
        services.AddScoped<GetLineHandler>();
        services.AddScoped<CorrectLineHandler>();
        services.AddSingleton<Judgements>();
        services.AddScoped<SaveJudgementHandler>();
        services.AddScoped<ExportReviewHandler>();
        services.AddScoped<ExportTableHandler>();
        services.AddSingleton<DraftWriter>();
        services.AddSingleton<MomentReplies>();
        services.AddScoped<MomentPractices>();
        services.AddScoped<BeginPracticeHandler>();
        services.AddScoped<SavePracticeHandler>();
        services.AddScoped<AssignPracticeHandler>();
        services.AddScoped<SharedReviews>();
        services.AddScoped<ShareReviewHandler>();
        services.AddScoped<ReadMyReviewHandler>();
        services.AddScoped<ImprovementActions>();
        services.AddScoped<SetActionHandler>();
        services.AddScoped<Calibrations>();
        services.AddScoped<CalibrationNews>();
        services.AddScoped<MakeCalibrationHandler>();
        services.AddScoped<AgreeScoreHandler>();
        services.AddScoped<ReviewAnswers>();
        services.AddScoped<GiveAnswerHandler>();
        services.AddScoped<ReplyToAnswerHandler>();
        services.AddScoped<MomentComparisons>();
        services.AddScoped<ReviewReader>();
        services.AddScoped<ReadReviewHandler>();
        services.AddScoped<BeginUploadHandler>();
        services.AddScoped<SendPieceHandler>();
        return services;
    }
}
