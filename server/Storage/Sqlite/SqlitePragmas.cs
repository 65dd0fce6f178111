using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RealtimeTraining.Server.Storage.Sqlite;

/// <summary>Settings that SQLite keeps for a connection and not for the file.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        // With a write-ahead log, NORMAL loses nothing when the process dies; only a power cut can take the last commits.
        command.CommandText = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = NORMAL;";
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
