using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Engines;

/// <summary>
/// The engines that are in this build and which of them serve each role: the chosen one, or with <c>auto</c> the best
/// that is really there, and behind it those that take over when it fails. Thread-safe singleton.
/// </summary>
public sealed class EngineCatalog(IReadOnlyList<IEngine> engines, IServiceProvider services, EngineSettings settings, EngineHealth health)
{
    public IEngine? Find(EngineRole role, string name) => engines.FirstOrDefault(engine => engine.Role == role && engine.Name == name);

    /// <summary>The engine that calls begin with; null when none can run here, or the role was switched off.</summary>
    public IEngine? First(EngineRole role) => Succession(role) is [var first, ..] ? first : null;

    /// <summary>Those that can run here, in the order in which they are tried. Empty when the role was switched off.</summary>
    public IReadOnlyList<IEngine> Succession(EngineRole role)
    {
        if (role == EngineRole.Store && services.GetService<IStoreEngine>() is { } store)
        {
            // Chosen at the start, by the connection string.
            return [store];
        }
        var wanted = settings[role];
        return wanted == EngineSettings.None ? [] :
            [.. Of(role)
                .Where(engine => engine.Probe(services).Available)
                .OrderBy(engine => health.FailureOf(engine) is not null)
                .ThenBy(engine => engine.Name != wanted)];
    }

    /// <summary>What runs for each role that has engines, and why.</summary>
    public IReadOnlyList<EngineChoice> Choices() => [.. Enum.GetValues<EngineRole>()
        .Where(role => EngineMeaning.Has(role) || Of(role).Any())
        .Select(Describe)];

    /// <summary>Throws with the cure where the configuration names an engine that is not in this build.</summary>
    public void CheckConfiguration()
    {
        foreach (var role in Enum.GetValues<EngineRole>())
        {
            var configured = settings.Configured(role);
            if (configured is not (EngineSettings.Auto or EngineSettings.None) && Of(role).Any() && Find(role, configured) is null)
            {
                throw new InvalidOperationException(
                    $"Engines:{role} names '{configured}', which is not in this build. Use auto, none or one of: {string.Join(", ", Of(role).Select(engine => engine.Name))}.");
            }
        }
    }

    private IEnumerable<IEngine> Of(EngineRole role) => engines.Where(engine => engine.Role == role);

    // Without WebRTC the hub carries the sound, and a trainee misses nothing that would need a notice.
    private EngineChoice Describe(EngineRole role)
    {
        var running = First(role);
        var states = Of(role).Select(engine => (engine, probe: engine.Probe(services)))
            .Select(pair => new EngineState(pair.engine.Name, pair.probe.Available, pair.probe.Reason, health.FailureOf(pair.engine)?.Reason, EngineMeaning.Of(role, pair.engine)));
        return new EngineChoice(
            role, settings[role], running?.Name, Why(role, running), EngineMeaning.Of(role, running), running is null && role != EngineRole.WebRtc, CanSwitch(role), [.. states]);
    }

    /// <summary>A database is not changed under a running server.</summary>
    public static bool CanSwitch(EngineRole role) => role is EngineRole.Recogniser or EngineRole.PatientWords or EngineRole.Voice;

    private string Why(EngineRole role, IEngine? running)
    {
        var wanted = settings[role];
        if (wanted == EngineSettings.None)
        {
            return "Switched off.";
        }
        if (running is null)
        {
            var reasons = Of(role).Select(engine => $"{engine.Name}: {engine.Probe(services).Reason}").ToList();
            return reasons.Count == 0 ? "This build has no engine for it." : string.Join(" ", reasons);
        }
        var reason = running.Probe(services).Reason;
        if (role == EngineRole.Store)
        {
            return reason;
        }
        if (running.Name == wanted)
        {
            return $"Chosen. {reason}";
        }
        var better = Of(role).TakeWhile(engine => engine != running).FirstOrDefault(engine => wanted == EngineSettings.Auto || engine.Name == wanted);
        return wanted != EngineSettings.Auto ? $"{wanted} was chosen but cannot run now. {reason}"
            : better is not null && health.FailureOf(better) is { } failure ? $"{better.Name} failed lately ({failure.Reason}). {reason}"
            : $"The best that is here. {reason}";
    }
}
