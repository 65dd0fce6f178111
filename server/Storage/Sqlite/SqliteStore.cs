using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Server.Storage.Sqlite;

/// <summary>One file in the data folder. Readers never wait for the writer; writers queue for a few seconds.</summary>
public sealed class SqliteStore : IStoreEngine
{
    public EngineRole Role => EngineRole.Store;

    public string Name => "sqlite";

    public int Preference => 10;

    public bool TakesOneWriter => true;

    public EngineProbe Probe(IServiceProvider services) => EngineProbe.Yes("A SQLite file in the data folder; nothing to install.");

    public void Configure(DbContextOptionsBuilder options, string? connectionString, DataFolder folder) => options
        .UseSqlite(new SqliteConnectionStringBuilder
        {
            DataSource = folder.DatabaseFile,
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString())
        .AddInterceptors(new SqlitePragmas());

    public Task PrepareAsync(TrainingDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = wal", cancellationToken);
}
