using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Speech.Engines.OpenAI;

/// <summary>A recogniser behind any server that speaks OpenAI's <c>/v1/audio/transcriptions</c>.</summary>
public sealed class OpenAIRecognizerEngine : IEngine<ISpeechRecognizer>
{
    public EngineRole Role => EngineRole.Recogniser;

    public string Name => "openai";

    public bool IsRemote => true;

    public int Preference => 60;

    public void Register(IServiceCollection services) => services.AddOptions<OpenAITranscriptionOptions>()
        .BindConfiguration(OpenAITranscriptionOptions.Section).ValidateDataAnnotations().ValidateOnStart();

    public EngineProbe Probe(IServiceProvider services) => Probe(OptionsOf(services));

    public static EngineProbe Probe(OpenAITranscriptionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Address() is { } address
            ? EngineProbe.Yes($"{options.Model} at {address}. What trainees say is sent there.")
            : EngineProbe.No($"Set {OpenAITranscriptionOptions.Section}:BaseUrl to a server such as http://localhost:8080/v1 to have speech written down there.");
    }

    public ISpeechRecognizer Create(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = OptionsOf(services);
        var probe = Probe(options);
        return probe.Available
            ? new OpenAIRecognizer(options, services.GetService<TimeProvider>() ?? TimeProvider.System,
                services.GetService<ILogger<OpenAIRecognizer>>() ?? NullLogger<OpenAIRecognizer>.Instance)
            : throw new InvalidOperationException(probe.Reason);
    }

    private static OpenAITranscriptionOptions OptionsOf(IServiceProvider services) =>
        services.GetRequiredService<IOptions<OpenAITranscriptionOptions>>().Value;
}
