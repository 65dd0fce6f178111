using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Synthesis;

namespace RealtimeTraining.Speech.Engines.OpenAI;

/// <summary>A voice behind any server that speaks OpenAI's <c>/v1/audio/speech</c>.</summary>
public sealed class OpenAISynthesizerEngine : IEngine<ISpeechSynthesizer>
{
    public EngineRole Role => EngineRole.Voice;

    public string Name => "openai";

    public bool IsRemote => true;

    public int Preference => 60;

    public void Register(IServiceCollection services) => services.AddOptions<OpenAISpeechOptions>()
        .BindConfiguration(OpenAISpeechOptions.Section).ValidateDataAnnotations().ValidateOnStart();

    public EngineProbe Probe(IServiceProvider services) => Probe(OptionsOf(services));

    public static EngineProbe Probe(OpenAISpeechOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Address() is { } address
            ? EngineProbe.Yes($"{options.Model} at {address}. What patients say is sent there.")
            : EngineProbe.No($"Set {OpenAISpeechOptions.Section}:BaseUrl to a server such as http://localhost:8880/v1 (Kokoro) to have its voices.");
    }

    public ISpeechSynthesizer Create(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = OptionsOf(services);
        var probe = Probe(options);
        return probe.Available
            ? new OpenAISynthesizer(options, services.GetService<TimeProvider>() ?? TimeProvider.System,
                services.GetService<ILogger<OpenAISynthesizer>>() ?? NullLogger<OpenAISynthesizer>.Instance)
            : throw new InvalidOperationException(probe.Reason);
    }

    private static OpenAISpeechOptions OptionsOf(IServiceProvider services) => services.GetRequiredService<IOptions<OpenAISpeechOptions>>().Value;
}
