using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Server.Engines.Failover;

/// <summary>
/// The engine of one role that a call uses, and the step to the next one when it breaks. Holds what it used until the
/// call is over. One caller at a time.
/// </summary>
public sealed partial class EngineSuccession<TPort>(EngineRole role, EngineCatalog catalog, EnginePool pool, EngineHealth health, ILogger logger) : IAsyncDisposable
    where TPort : class
{
    private readonly Queue<IEngine<TPort>> _next = new(catalog.Succession(role).TakeWhile(engine => engine is IEngine<TPort>).Cast<IEngine<TPort>>());
    private readonly List<EngineLease<TPort>> _leases = [];
    private IEngine<TPort>? _engine;

    /// <summary>Told when an engine broke, on the caller's thread.</summary>
    public event Action<EngineReplaced>? Replaced;

    /// <summary>Null before the first <see cref="MoveOn()"/> and when no engine is left.</summary>
    public TPort? Current { get; private set; }

    public string? Name => _engine?.Name;

    /// <summary>
    /// Takes the first engine that can be made, or the next one when that in use is full, of which nothing bad is thought.
    /// Those that cannot be made are passed over without a word to the trainee.
    /// </summary>
    public bool MoveOn()
    {
        Current = null;
        while (_next.TryDequeue(out _engine))
        {
            try
            {
                var lease = pool.Rent(_engine);
                _leases.Add(lease);
                Current = lease.Port;
                return true;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                Blame(_engine, Describe(exception));
            }
        }
        return false;
    }

    /// <summary>The engine in use broke: takes the next one.</summary>
    public bool MoveOn(Exception cause) => MoveOn(Describe(cause));

    /// <param name="reason">Plain words, without what anybody said: "it took too long".</param>
    public bool MoveOn(string reason)
    {
        if (_engine is not { } broken)
        {
            return false;
        }
        Blame(broken, reason);
        var found = MoveOn();
        Replaced?.Invoke(new EngineReplaced(role, broken.Name, _engine?.Name, reason));
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lease in _leases)
        {
            await lease.DisposeAsync();
        }
        _leases.Clear();
    }

    private void Blame(IEngine engine, string reason)
    {
        health.Failed(engine, reason);
        LogBroke(logger, role, engine.Name, reason);
    }

    // An engine's message may hold what was said; its kind does not.
    private static string Describe(Exception cause) => cause switch
    {
        TimeoutException => "it took too long",
        HttpRequestException => "its server cannot be reached",
        _ => $"it broke with {cause.GetType().Name}",
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Role}: {Engine} failed during a call, {Reason}; the next engine takes over.")]
    private static partial void LogBroke(ILogger logger, EngineRole role, string engine, string reason);
}
