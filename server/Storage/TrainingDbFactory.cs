using Microsoft.EntityFrameworkCore;

namespace RealtimeTraining.Server.Storage;

/// <summary>Makes a database context for one tenant outside a request. Singleton, thread-safe.</summary>
public sealed class TrainingDbFactory(DbContextOptions<TrainingDb> options, WriteTurn? turn = null)
{
    public TrainingDb Create(Guid tenantId) => new(options, new CurrentTenant { Id = tenantId }, turn);
}
