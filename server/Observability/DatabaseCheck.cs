using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Observability;

/// <summary>Whether the database answers a question about a table of ours.</summary>
public sealed partial class DatabaseCheck(TrainingDbFactory databases, ILogger<DatabaseCheck> log) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = databases.Create(Guid.Empty);
        try
        {
            await db.Tenants.AnyAsync(cancellationToken);
            return HealthCheckResult.Healthy("The database answers.");
        }
        catch (Exception e) when (e is DbException or TimeoutException or InvalidOperationException { InnerException: DbException })
        {
            DoesNotAnswer(log, e);
            return HealthCheckResult.Unhealthy("The database does not answer. Check that it runs and has room on its disk; the server's log says more.");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer")]
    private static partial void DoesNotAnswer(ILogger log, Exception exception);
}
