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
    private const string DuplicateTable = "42P07";
    private const string DuplicateColumn = "42701";

    /// <summary>Servers may meet at each of the steps.</summary>
    private const int MaxTries = 20;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.Create(Guid.Empty);
        try
        {
            var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
            if (pending.Count > 0)
            {
                Updating(log, pending.Count, string.Join(", ", pending));
                await MigrateAsync(db.GetService<IMigrator>(), cancellationToken);
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

    /// <summary>
    /// Servers that start at once on a database that is not there yet all try to make it; whoever comes second goes on with it.
    /// Always to the newest migration: towards an older one, what another server has brought further would be taken back.
    /// </summary>
    private static async Task MigrateAsync(IMigrator migrator, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await migrator.MigrateAsync(cancellationToken: cancellationToken);
                return;
            }
            catch (DbException e) when (tries < MaxTries && e.SqlState is (DuplicateDatabase or DuplicateTable or DuplicateColumn or UniqueViolation))
            {
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Bringing the database up to date in {Steps} steps: {Names}")]
    private static partial void Updating(ILogger log, int steps, string names);

    [LoggerMessage(Level = LogLevel.Information, Message = "The {Store} database is up to date")]
    private static partial void Ready(ILogger log, string store);
}
