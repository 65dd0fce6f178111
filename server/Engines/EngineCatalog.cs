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
    public IReadOnlyList<IEngine> Succession(EngineRole role) => Succession(role, Probe(role));

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

    private IReadOnlyList<ProbedEngine> Probe(EngineRole role) => [.. Of(role).Select(engine => new ProbedEngine(engine, engine.Probe(services)))];

    private IReadOnlyList<IEngine> Succession(EngineRole role, IReadOnlyList<ProbedEngine> probed)
    {
        if (role == EngineRole.Store && services.GetService<IStoreEngine>() is { } store)
        {
            // Chosen at the start, by the connection string.
            return [store];
        }
        var wanted = settings[role];
        return wanted == EngineSettings.None ? [] :
            [.. probed
                .Where(candidate => candidate.Result.Available)
                .Select(candidate => candidate.Engine)
                .OrderBy(engine => health.FailureOf(engine) is not null)
                .ThenBy(engine => engine.Name != wanted)];
    }

    // Without WebRTC the hub carries the sound, and a trainee misses nothing that would need a notice.
    private EngineChoice Describe(EngineRole role)
    {
        var probed = Probe(role);
        var running = Succession(role, probed) is [var first, ..] ? first : null;
        var states = probed.Select(candidate => new EngineState(
            candidate.Engine.Name, candidate.Result.Available, candidate.Result.Reason, health.FailureOf(candidate.Engine)?.Reason, EngineMeaning.Of(role, candidate.Engine)));
        return new EngineChoice(
            role, settings[role], running?.Name, Why(role, running, probed), EngineMeaning.Of(role, running), running is null && role != EngineRole.WebRtc, CanSwitch(role), [.. states]);
    }

    /// <summary>A database is not changed under a running server.</summary>
    public static bool CanSwitch(EngineRole role) => role is EngineRole.Recogniser or EngineRole.PatientWords or EngineRole.Voice;

    private string Why(EngineRole role, IEngine? running, IReadOnlyList<ProbedEngine> probed)
    {
        var wanted = settings[role];
        if (wanted == EngineSettings.None)
        {
            return "Switched off.";
        }
        if (running is null)
        {
            var reasons = probed.Select(candidate => $"{candidate.Engine.Name}: {candidate.Result.Reason}").ToList();
            return reasons.Count == 0 ? "This build has no engine for it." : string.Join(" ", reasons);
        }
        var reason = probed.FirstOrDefault(candidate => candidate.Engine == running)?.Result.Reason ?? running.Probe(services).Reason;
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

    private sealed record ProbedEngine(IEngine Engine, EngineProbe Result);
}
