using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Models.Engines;

namespace RealtimeTraining.Server.Storage;

/// <summary>A database that the server can keep its rows in.</summary>
public interface IStoreEngine : IEngine
{
    /// <summary>Others who write wait for the one who does.</summary>
    bool TakesOneWriter => false;

    /// <param name="connectionString">As configured; null for an engine that keeps its file in <paramref name="folder"/>.</param>
    void Configure(DbContextOptionsBuilder options, string? connectionString, DataFolder folder);

    /// <summary>Settings that live in the database itself, after it has been brought up to date.</summary>
    Task PrepareAsync(TrainingDb db, CancellationToken cancellationToken) => Task.CompletedTask;
}
