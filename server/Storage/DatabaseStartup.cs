using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RealtimeTraining.Server.Storage;

/// <summary>Brings the database up to date before the server takes its first request.</summary>
public sealed partial class DatabaseStartup(TrainingDbFactory databases, IStoreEngine store, ILogger<DatabaseStartup> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.Create(Guid.Empty);
        try
        {
            var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
            var migrator = db.GetService<IMigrator>();
            for (var i = 0; i < pending.Count; i++)
            {
                Updating(log, i + 1, pending.Count, pending[i]);
                await migrator.MigrateAsync(pending[i], cancellationToken);
            }
            await store.PrepareAsync(db, cancellationToken);
            Ready(log, store.Name);
        }
        catch (Exception e) when (e is System.Data.Common.DbException or TimeoutException or IOException)
        {
            throw new InvalidOperationException(
                $"The {store.Name} database cannot be used: {e.Message} Check that it runs, that ConnectionStrings:{StoreEngines.ConnectionName} "
                + $"(PostgreSQL) or {DataFolder.Setting} (SQLite) is right, and that its disk has room.", e);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Bringing the database up to date: step {Step} of {Steps} ({Name})")]
    private static partial void Updating(ILogger log, int step, int steps, string name);

    [LoggerMessage(Level = LogLevel.Information, Message = "The {Store} database is up to date")]
    private static partial void Ready(ILogger log, string store);
}
