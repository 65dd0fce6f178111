using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Recognition;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Speech.Engines.Whisper;

/// <summary>Whisper in this process, through Whisper.net; and Silero, which the same library runs.</summary>
public sealed class WhisperEngine : IEngine<ISpeechRecognizer>
{
    public EngineRole Role => EngineRole.Recogniser;

    public string Name => "whisper";

    public bool UsesModel => true;

    public int Preference => 50;

    public void Register(IServiceCollection services)
    {
        services.AddOptions<WhisperOptions>().BindConfiguration(WhisperOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SileroOptions>().BindConfiguration(SileroOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ISpeechDetectorSource, SileroDetectors>();
    }

    public EngineProbe Probe(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (WhisperRuntime.Problem() is { } missing)
        {
            return EngineProbe.No(missing);
        }
        if (ModelPath(services) is not { } path)
        {
            return EngineProbe.No("No Whisper model is installed: run ./dev models get whisper-base.en.");
        }
        if (WhisperModelFile.Problem(path, out var model) is { } problem)
        {
            return EngineProbe.No(problem);
        }
        var language = OptionsOf(services).Language;
        return language != "en" && !model.IsMultilingual
            ? EngineProbe.No($"{Path.GetFileName(path)} knows English only, and {WhisperOptions.Section}:{nameof(WhisperOptions.Language)} is {language}: run ./dev models get whisper-base.")
            : EngineProbe.Yes($"Whisper with {Path.GetFileName(path)}, in this process.");
    }

    public ISpeechRecognizer Create(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var probe = Probe(services);
        return probe.Available && ModelPath(services) is { } path
            ? new WhisperRecognizer(path, OptionsOf(services), SileroDetectors.ModelPath(services), services.GetService<TimeProvider>())
            : throw new InvalidOperationException(probe.Reason);
    }

    private static string? ModelPath(IServiceProvider services) =>
        OptionsOf(services).ModelPath is { Length: > 0 } named ? named : services.GetService<IModelFiles>()?.Find(EngineRole.Recogniser);

    private static WhisperOptions OptionsOf(IServiceProvider services) => services.GetRequiredService<IOptions<WhisperOptions>>().Value;
}
