using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Synthesis;

namespace RealtimeTraining.Speech.Engines.AzureSpeech.Sdk;

/// <summary>Azure's voices, with a style by the patient's mood.</summary>
public sealed class AzureSpeechSynthesizerEngine : IEngine<ISpeechSynthesizer>
{
    public EngineRole Role => EngineRole.Voice;

    public string Name => "azure";

    public bool IsRemote => true;

    public int Preference => 70;

    public void Register(IServiceCollection services) => services.AddOptions<AzureSpeechOptions>()
        .BindConfiguration(AzureSpeechOptions.Section).ValidateDataAnnotations().ValidateOnStart();

    public EngineProbe Probe(IServiceProvider services) => AzureSpeechProbe.Look(OptionsOf(services), "What patients say");

    public ISpeechSynthesizer Create(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var probe = Probe(services);
        return probe.Available
            ? new AzureSpeechSynthesizer(OptionsOf(services), services.GetService<TimeProvider>() ?? TimeProvider.System)
            : throw new InvalidOperationException(probe.Reason);
    }

    private static AzureSpeechOptions OptionsOf(IServiceProvider services) => services.GetRequiredService<IOptions<AzureSpeechOptions>>().Value;
}
