using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Models.Chat.LLamaSharp;

/// <summary>The patient's words by a language model in this process, with LLamaSharp and llama.cpp.</summary>
public sealed class LLamaChatEngine : IEngine<IChatClient>
{
    public EngineRole Role => EngineRole.PatientWords;

    public string Name => "llamasharp";

    public bool UsesModel => true;

    public int Preference => 50;

    public void Register(IServiceCollection services) =>
        services.AddOptions<LLamaChatOptions>().BindConfiguration(LLamaChatOptions.Section).ValidateDataAnnotations().ValidateOnStart();

    public EngineProbe Probe(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (LLamaNative.Problem() is { } missing)
        {
            return EngineProbe.No(missing);
        }
        if (ModelPath(services) is not { } path)
        {
            return EngineProbe.No("No language model is installed: ./dev models shows which fit this machine, and ./dev models get installs one.");
        }
        return GgufFile.Problem(path) is { } problem ? EngineProbe.No(problem) : EngineProbe.Yes($"The language model {Path.GetFileName(path)}, in this process.");
    }

    public IChatClient Create(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var probe = Probe(services);
        return probe.Available && ModelPath(services) is { } path
            ? new LLamaChatClient(
                path, OptionsOf(services), new LLamaTelemetry(services.GetService<IMeterFactory>()), services.GetService<TimeProvider>(), services.GetService<ILogger<LLamaChatClient>>())
            : throw new InvalidOperationException(probe.Reason);
    }

    private static string? ModelPath(IServiceProvider services) =>
        OptionsOf(services).ModelPath is { Length: > 0 } named ? named : services.GetService<IModelFiles>()?.Find(EngineRole.PatientWords);

    private static LLamaChatOptions OptionsOf(IServiceProvider services) => services.GetRequiredService<IOptions<LLamaChatOptions>>().Value;
}
