using System.Collections.Concurrent;
using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Server.Engines;

/// <summary>
/// The engines that are in this build, found by their registration classes. For each role the configured one runs, or
/// with <c>auto</c> the best that is really there. Singleton; owns what it makes.
/// </summary>
public sealed class EngineCatalog(IReadOnlyList<IEngine> engines, IServiceProvider services, IConfiguration configuration) : IAsyncDisposable
{
    /// <summary>Configuration section: <c>Engines:Recogniser = auto | none | pocketsphinx</c>.</summary>
    public const string Section = "Engines";

    private readonly ConcurrentDictionary<EngineRole, Lazy<object?>> _running = new();

    /// <summary>The role's port, made at the first asking; null when no engine for it can run here.</summary>
    public TPort? Get<TPort>(EngineRole role)
        where TPort : class =>
        (TPort?)_running.GetOrAdd(role, wanted => new Lazy<object?>(() => (Choose(wanted).Engine as IEngine<TPort>)?.Create(services))).Value;

    /// <summary>What runs for each role that has engines, and why.</summary>
    public IReadOnlyList<EngineChoice> Choices() => [.. Enum.GetValues<EngineRole>()
        .Where(role => EngineMeaning.Has(role) || engines.Any(engine => engine.Role == role))
        .Select(Describe)];

    public async ValueTask DisposeAsync()
    {
        foreach (var running in _running.Values.Where(lazy => lazy.IsValueCreated))
        {
            if (running.Value is IAsyncDisposable disposable)
            {
                await disposable.DisposeAsync();
            }
        }
    }

    private EngineChoice Describe(EngineRole role)
    {
        var (engine, why) = Choose(role);
        var states = engines.Where(candidate => candidate.Role == role)
            .Select(candidate => (candidate, probe: candidate.Probe(services)))
            .Select(pair => new EngineState(pair.candidate.Name, pair.probe.Available, pair.probe.Reason));
        return new EngineChoice(role, engine?.Name, why, EngineMeaning.Of(role, engine?.Name), engine is null, [.. states]);
    }

    private (IEngine? Engine, string Why) Choose(EngineRole role)
    {
        var wanted = configuration[$"{Section}:{role}"] ?? "auto";
        if (wanted == "none")
        {
            return (null, "Switched off by the configuration.");
        }
        var candidates = engines.Where(engine => engine.Role == role && (wanted == "auto" || engine.Name == wanted)).ToList();
        if (wanted != "auto" && candidates.Count == 0)
        {
            throw new InvalidOperationException(
                $"{Section}:{role} names '{wanted}', which is not in this build. Use auto, none or one of: {string.Join(", ", engines.Where(engine => engine.Role == role).Select(engine => engine.Name))}.");
        }
        var passedOver = new List<string>();
        foreach (var engine in candidates)
        {
            var probe = engine.Probe(services);
            if (probe.Available)
            {
                return (engine, wanted == "auto" ? $"The best that is here. {probe.Reason}" : $"Chosen by the configuration. {probe.Reason}");
            }
            passedOver.Add($"{engine.Name}: {probe.Reason}");
        }
        return (null, passedOver.Count == 0 ? "This build has no engine for it." : string.Join(" ", passedOver));
    }
}
