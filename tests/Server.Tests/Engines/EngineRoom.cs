using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using RealtimeTraining.Models.Engines;
using RealtimeTraining.Server.Engines;
using RealtimeTraining.Server.Engines.Failover;
using RealtimeTraining.Server.Storage;
using RealtimeTraining.TestKit;

namespace RealtimeTraining.Server.Tests.Engines;

/// <summary>The host's side of engines, with the engines of a test and a clock that it moves.</summary>
internal sealed class EngineRoom : IAsyncDisposable, IServiceProvider
{
    private readonly TestFolder _folder;
    private readonly bool _ownsFolder;

    public EngineRoom(params IEngine[] engines)
        : this(null, null, engines)
    {
    }

    public EngineRoom(TestFolder? folder, IReadOnlyDictionary<string, string?>? configuration, params IEngine[] engines)
    {
        (_folder, _ownsFolder) = (folder ?? new TestFolder(), folder is null);
        Settings = new EngineSettings(
            new DataFolder(_folder.Path), new ConfigurationBuilder().AddInMemoryCollection(configuration ?? new Dictionary<string, string?>()).Build(), NullLogger<EngineSettings>.Instance);
        Health = new EngineHealth(Time);
        Catalog = new EngineCatalog([.. engines.OrderBy(engine => engine.Role).ThenByDescending(engine => engine.Preference)], this, Settings, Health);
        Pool = new EnginePool(this, Catalog);
    }

    public ManualTimeProvider Time { get; } = new();

    public EngineSettings Settings { get; }

    public EngineHealth Health { get; }

    public EngineCatalog Catalog { get; }

    public EnginePool Pool { get; }

    public List<EngineReplaced> Replaced { get; } = [];

    public object? GetService(Type serviceType) => null;

    public EngineSuccession<TPort> Succession<TPort>(EngineRole role)
        where TPort : class
    {
        var succession = new EngineSuccession<TPort>(role, Catalog, Pool, Health, NullLogger.Instance);
        succession.Replaced += Replaced.Add;
        return succession;
    }

    public async ValueTask DisposeAsync()
    {
        await Pool.DisposeAsync();
        if (_ownsFolder)
        {
            _folder.Dispose();
        }
    }
}
