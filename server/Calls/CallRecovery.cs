using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Calls;

/// <summary>
/// At start: calls that a crash left running are listed as interrupted, so that they can be continued or scored. At
/// stop: live calls are brought to a point from which they can be continued.
/// </summary>
public sealed partial class CallRecovery(TrainingDbFactory databases, CallSessions sessions, ILogger<CallRecovery> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Guid[] tenants;
        await using (var all = databases.Create(Guid.Empty))
        {
            tenants = await all.Tenants.IgnoreQueryFilters().Select(tenant => tenant.Id).ToArrayAsync(cancellationToken);
        }
        foreach (var tenant in tenants)
        {
            await using var db = databases.Create(tenant);
            var left = await db.Calls.Where(call => call.Status == CallStatus.Live || call.Status == CallStatus.Ringing).ToListAsync(cancellationToken);
            foreach (var call in left)
            {
                call.Status = CallStatus.Interrupted;
                call.EndReason = EndReason.ServerStopped;
                call.DurationMs = await db.CallEvents.Where(row => row.CallId == call.Id).MaxAsync(row => (int?)row.AtMs, cancellationToken) ?? 0;
                LogInterrupted(logger, new CallId(call.Id));
            }
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken) =>
        await sessions.DisposeAsync().AsTask().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Call {CallId} was interrupted when the server stopped. It can be continued.")]
    private static partial void LogInterrupted(ILogger logger, CallId callId);
}
