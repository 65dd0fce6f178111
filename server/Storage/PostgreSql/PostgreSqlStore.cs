using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Server.Storage.PostgreSql;

/// <summary>A PostgreSQL server, for several servers on one database.</summary>
public sealed class PostgreSqlStore : IStoreEngine
{
    public EngineRole Role => EngineRole.Store;

    public string Name => "postgresql";

    public int Preference => 20;

    public EngineProbe Probe(IServiceProvider services) => EngineProbe.Yes($"Used when ConnectionStrings:{StoreEngines.ConnectionName} is set.");

    public void Configure(DbContextOptionsBuilder options, string? connectionString, DataFolder folder) =>
        options.UseNpgsql(connectionString);
}
