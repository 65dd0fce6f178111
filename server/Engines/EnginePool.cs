using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Server.Engines;

/// <summary>
/// The engines that are loaded. Each is made once, however many calls use it. An engine stays loaded while it is used,
/// or while it is its role's first choice. Thread-safe singleton; owns what it makes.
/// </summary>
public sealed class EnginePool(IServiceProvider services, EngineCatalog catalog) : IAsyncDisposable
{
    private readonly Dictionary<IEngine, Loaded> _loaded = [];
    private readonly Lock _lock = new();

    public IReadOnlyList<string> LoadedOf(EngineRole role)
    {
        lock (_lock)
        {
            return [.. _loaded.Keys.Where(engine => engine.Role == role).Select(engine => engine.Name)];
        }
    }

    /// <exception cref="Exception">Whatever the engine threw while it was being made.</exception>
    public EngineLease<TPort> Rent<TPort>(IEngine<TPort> engine)
        where TPort : class
    {
        lock (_lock)
        {
            if (!_loaded.TryGetValue(engine, out var loaded))
            {
                loaded = new Loaded(engine.Create(services));
                _loaded[engine] = loaded;
            }
            loaded.Users++;
            return new EngineLease<TPort>((TPort)loaded.Instance, () => GiveBackAsync(engine, loaded));
        }
    }

    /// <summary>Unloads what nobody uses and nobody chose, after another choice was made.</summary>
    public async ValueTask TidyAsync()
    {
        List<Loaded> idle = [];
        lock (_lock)
        {
            foreach (var (engine, loaded) in _loaded.ToList())
            {
                if (loaded.Users == 0 && catalog.First(engine.Role) != engine)
                {
                    _loaded.Remove(engine);
                    idle.Add(loaded);
                }
            }
        }
        foreach (var loaded in idle)
        {
            await loaded.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        List<Loaded> all;
        lock (_lock)
        {
            all = [.. _loaded.Values];
            _loaded.Clear();
        }
        foreach (var loaded in all)
        {
            await loaded.DisposeAsync();
        }
    }

    private ValueTask GiveBackAsync(IEngine engine, Loaded loaded)
    {
        lock (_lock)
        {
            loaded.Users--;
        }
        return catalog.First(engine.Role) == engine ? ValueTask.CompletedTask : TidyAsync();
    }

    private sealed class Loaded(object instance) : IAsyncDisposable
    {
        public object Instance => instance;

        public int Users { get; set; }

        public async ValueTask DisposeAsync()
        {
            switch (instance)
            {
                case IAsyncDisposable disposable: await disposable.DisposeAsync(); break;
                case IDisposable disposable: disposable.Dispose(); break;
            }
        }
    }
}
