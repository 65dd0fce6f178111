using System.Collections.Concurrent;
using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Server.Engines;

/// <summary>
/// Remembers which engines broke lately, so that the next call begins with one that works. After a minute an engine is
/// given another chance. Thread-safe singleton.
/// </summary>
public sealed class EngineHealth(TimeProvider time)
{
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(EngineRole, string), EngineFailure> _failures = new();

    public void Failed(IEngine engine, string reason) => _failures[(engine.Role, engine.Name)] = new EngineFailure(time.GetUtcNow(), reason);

    public void Worked(IEngine engine) => _failures.TryRemove((engine.Role, engine.Name), out _);

    /// <summary>Null when it has not failed, or is due for another chance.</summary>
    public EngineFailure? FailureOf(IEngine engine) =>
        _failures.TryGetValue((engine.Role, engine.Name), out var failure) && time.GetUtcNow() - failure.At < Rest ? failure : null;
}

/// <param name="Reason">Plain words, without what anybody said.</param>
public sealed record EngineFailure(DateTimeOffset At, string Reason);
