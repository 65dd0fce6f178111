using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Speech.Turns;

namespace RealtimeTraining.Speech.Engines.Whisper;

/// <summary>Makes Silero detectors where its model is installed.</summary>
public sealed class SileroDetectors(IServiceProvider services) : ISpeechDetectorSource
{
    public string Name => "silero";

    public EngineProbe Probe() => WhisperRuntime.Problem() is { } problem ? EngineProbe.No(problem)
        : ModelPath(services) is { } path ? SileroFile.Problem(path) is { } wrong ? EngineProbe.No(wrong) : EngineProbe.Yes($"Silero with {Path.GetFileName(path)}.")
        : EngineProbe.No($"Silero's model is not installed: put {SileroFile.Name} among the models, or name it with {SileroOptions.Section}:{nameof(SileroOptions.ModelPath)}.");

    public ISpeechDetector Create()
    {
        var probe = Probe();
        return probe.Available && ModelPath(services) is { } path
            ? new SileroSpeechDetector(path, services.GetRequiredService<IOptions<SileroOptions>>().Value)
            : throw new InvalidOperationException(probe.Reason);
    }

    internal static string? ModelPath(IServiceProvider services) =>
        services.GetRequiredService<IOptions<SileroOptions>>().Value.ModelPath is { Length: > 0 } named ? named
            : services.GetService<IModelFiles>()?.FindFile(SileroFile.Name);
}
