using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Recognition;

namespace RealtimeTraining.Speech.Engines.AzureSpeech.Sdk;

/// <summary>Azure's recogniser.</summary>
public sealed class AzureSpeechRecognizerEngine : IEngine<ISpeechRecognizer>
{
    public EngineRole Role => EngineRole.Recogniser;

    public string Name => "azure";

    public bool IsRemote => true;

    public int Preference => 70;

    public void Register(IServiceCollection services) => services.AddOptions<AzureSpeechOptions>()
        .BindConfiguration(AzureSpeechOptions.Section).ValidateDataAnnotations().ValidateOnStart();

    public EngineProbe Probe(IServiceProvider services) => AzureSpeechProbe.Look(OptionsOf(services), "What trainees say");

    public ISpeechRecognizer Create(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var probe = Probe(services);
        return probe.Available
            ? new AzureSpeechRecognizer(OptionsOf(services), services.GetService<TimeProvider>() ?? TimeProvider.System)
            : throw new InvalidOperationException(probe.Reason);
    }

    private static AzureSpeechOptions OptionsOf(IServiceProvider services) => services.GetRequiredService<IOptions<AzureSpeechOptions>>().Value;
}
