using Microsoft.Extensions.Options;
using RealtimeTraining.Models.Language.Turns;
using RealtimeTraining.Speech.Detection;
using RealtimeTraining.Speech.Engines.PocketSphinx;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Server.Calls;

public static class CallRegistration
{
    /// <summary>Hub messages: a typed line that is far too long still has to arrive to be refused with a sentence.</summary>
    private const int MaxMessageBytes = 512 * 1024;

    public static IServiceCollection AddCalls(this IServiceCollection services)
    {
        services.AddOptions<CallOptions>().BindConfiguration(CallOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSignalR(options =>
            {
                options.MaximumReceiveMessageSize = MaxMessageBytes;
                options.StreamBufferCapacity = 100;
                options.KeepAliveInterval = TimeSpan.FromSeconds(3);
                options.ClientTimeoutInterval = TimeSpan.FromSeconds(10);
            })
            .AddHubProtocols();
        services.AddSingleton<CallSessions>();
        services.AddSingleton<CallEngineFactory>();
        services.AddSingleton<CallFactory>();
        services.AddSingleton<FrameBeat>();
        services.AddSingleton<CallCompletion>();
        services.AddSingleton<CallSummaries>();
        services.AddSingleton<CallLimits>();
        services.AddSingleton<RecordingFolder>();
        services.AddScoped<CallAccess>();
        services.AddScoped<StoredCalls>();
        services.AddHostedService<CallRecovery>();
        services.AddSingleton<CallWarmUp>();
        services.AddHostedService(provider => provider.GetRequiredService<CallWarmUp>());
        services.AddOptions<SpeechDetectorOptions>().BindConfiguration(SpeechDetectorOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<EnergySpeechDetectorOptions>().BindConfiguration(SpeechDetectorOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<TrainedSpeechDetectorOptions>().BindConfiguration(TrainedSpeechDetectorOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<TurnPolicyOptions>().BindConfiguration("Turns").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<TurnEndOptions>().BindConfiguration("Turns").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<FixedDelayOptions>().BindConfiguration("Turns").ValidateDataAnnotations().ValidateOnStart();
        // As many calls can be recognised as are admitted, unless the configuration says otherwise.
        services.AddOptions<PocketSphinxOptions>().PostConfigure<IOptions<CallOptions>>(
            (speech, calls) => speech.Decoders ??= Math.Min(64, calls.Value.Capacity));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<EnergySpeechDetectorOptions>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<TrainedSpeechDetectorOptions>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<SpeechDetectorOptions>>().Value);
        services.AddSingleton<SpeechDetectorFactory>();
        services.AddSingleton<ITurnDetector>(provider => provider.GetRequiredService<IOptions<TurnPolicyOptions>>().Value.Policy == TurnPolicyOptions.Model
            ? new TurnEndDetector(provider.GetRequiredService<IOptions<TurnEndOptions>>().Value, TurnEndModel.Shared, SilenceModel.Shared)
            : new FixedDelayTurnDetector(provider.GetRequiredService<IOptions<FixedDelayOptions>>().Value));
        return services;
    }
}
