using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RealtimeTraining.Server.Storage;

/// <summary>Brings the database up to date before the server takes its first request.</summary>
public sealed partial class DatabaseStartup(TrainingDbFactory databases, IStoreEngine store, ILogger<DatabaseStartup> log) : IHostedService
{
    // SQLSTATE, PostgreSQL: https://www.postgresql.org/docs/current/errcodes-appendix.html
    private const string DuplicateDatabase = "42P04";
    private const string UniqueViolation = "23505";

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
                await MigrateAsync(migrator, pending[i], cancellationToken);
            }
            await store.PrepareAsync(db, cancellationToken);
            Ready(log, store.Name);
        }
        catch (Exception e) when (e is DbException or TimeoutException or IOException)
        {
            throw new InvalidOperationException(
                $"The {store.Name} database cannot be used: {e.Message} Check that it runs, that ConnectionStrings:{StoreEngines.ConnectionName} "
                + $"(PostgreSQL) or {DataFolder.Setting} (SQLite) is right, and that its disk has room.", e);
        }
    }

    /// <summary>Servers that start at once on a database that is not there yet all try to make it; whoever comes second goes on with it.</summary>
    private static async Task MigrateAsync(IMigrator migrator, string migration, CancellationToken cancellationToken)
    {
        try
        {
            await migrator.MigrateAsync(migration, cancellationToken);
        }
        catch (DbException e) when (e.SqlState is DuplicateDatabase or UniqueViolation)
        {
            await migrator.MigrateAsync(migration, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Bringing the database up to date: step {Step} of {Steps} ({Name})")]
    private static partial void Updating(ILogger log, int step, int steps, string name);

    [LoggerMessage(Level = LogLevel.Information, Message = "The {Store} database is up to date")]
    private static partial void Ready(ILogger log, string store);
}
