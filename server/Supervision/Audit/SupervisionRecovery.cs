using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Supervision;

/// <summary>At start: closes what a crash left open in the audit, as of the last that was stored of the call.</summary>
public sealed class SupervisionRecovery(TrainingDbFactory databases) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        List<Guid> tenants;
        await using (var all = databases.Create(Guid.Empty))
        {
            tenants = await all.Tenants.IgnoreQueryFilters().Select(tenant => tenant.Id).ToListAsync(cancellationToken);
        }
        foreach (var tenant in tenants)
        {
            await using var db = databases.Create(tenant);
            foreach (var row in await db.Supervisions.Where(row => row.EndedAt == null).ToListAsync(cancellationToken))
            {
                var lastMs = await db.CallEvents.Where(line => line.CallId == row.CallId).MaxAsync(line => (int?)line.AtMs, cancellationToken) ?? row.AtMs;
                row.EndedAt = row.StartedAt.AddMilliseconds(Math.Max(0, lastMs - row.AtMs));
                row.EndedBecause = SupervisionEnd.ServerStopped;
            }
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
