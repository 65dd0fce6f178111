using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Models.Chat.OpenAI;

/// <summary>A language model behind any server that speaks OpenAI's <c>/v1/chat/completions</c>.</summary>
public sealed class OpenAIChatEngine : IEngine<IChatClient>
{
    public EngineRole Role => EngineRole.PatientWords;

    public string Name => "openai";

    public bool IsRemote => true;

    public int Preference => 60;

    public void Register(IServiceCollection services) =>
        services.AddOptions<OpenAIChatOptions>().BindConfiguration(OpenAIChatOptions.Section).ValidateDataAnnotations().ValidateOnStart();

    public EngineProbe Probe(IServiceProvider services) => Probe(OptionsOf(services));

    public static EngineProbe Probe(OpenAIChatOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Address() is not { } address
                ? EngineProbe.No($"Set {OpenAIChatOptions.Section}:BaseUrl to a server such as http://localhost:11434/v1 (Ollama) to use its language model.")
            : string.IsNullOrWhiteSpace(options.Model)
                ? EngineProbe.No($"Set {OpenAIChatOptions.Section}:Model to the name of a model that {address} has.")
            : EngineProbe.Yes($"{options.Model} at {address}.");
    }

    public IChatClient Create(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = OptionsOf(services);
        var probe = Probe(options);
        return probe.Available
            ? new OpenAIChatClient(options, services.GetService<TimeProvider>() ?? TimeProvider.System,
                services.GetService<ILogger<OpenAIChatClient>>() ?? NullLogger<OpenAIChatClient>.Instance)
            : throw new InvalidOperationException(probe.Reason);
    }

    private static OpenAIChatOptions OptionsOf(IServiceProvider services) => services.GetRequiredService<IOptions<OpenAIChatOptions>>().Value;
}
