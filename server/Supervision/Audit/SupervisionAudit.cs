using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Supervision;

/// <summary>
/// Writes down who supervised which call, how and for how long. What cannot be written down does not begin. Singleton,
/// thread-safe.
/// </summary>
public sealed partial class SupervisionAudit(TrainingDbFactory databases, TimeProvider time, ILogger<SupervisionAudit> logger)
{
    private const int Tries = 5;
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMilliseconds(200);

    /// <summary>Something begins that will take a while.</summary>
    /// <returns>The entry, for <see cref="EndedAsync"/>.</returns>
    /// <exception cref="CallError"><c>notAudited</c>: the store does not take it.</exception>
    public Task<Guid> BeganAsync(Supervisor who, CallSession call, SupervisionAct act) => AddAsync(who, call, act, lasts: true);

    /// <summary>Something was done at once.</summary>
    /// <exception cref="CallError"><c>notAudited</c>: the store does not take it.</exception>
    public Task DidAsync(Supervisor who, CallSession call, SupervisionAct act) => AddAsync(who, call, act, lasts: false);

    /// <summary>Never throws: a store that takes nothing is tried again, and the next start of the server closes what is left open.</summary>
    public async Task EndedAsync(Guid tenantId, Guid entry, SupervisionEnd because)
    {
        var at = time.GetUtcNow();
        for (var left = Tries; left > 0; left--)
        {
            try
            {
                await using var db = databases.Create(tenantId);
                var row = await db.Supervisions.FirstAsync(row => row.Id == entry);
                (row.EndedAt, row.EndedBecause) = (at, because);
                await db.SaveChangesAsync();
                return;
            }
            catch (Exception exception) when (IsOfTheStore(exception))
            {
                LogNotEnded(logger, entry, exception);
                await Task.Delay(TryAgainAfter, time);
            }
        }
    }

    private async Task<Guid> AddAsync(Supervisor who, CallSession call, SupervisionAct act, bool lasts)
    {
        var now = time.GetUtcNow();
        var row = new SupervisionRow
        {
            Id = Guid.CreateVersion7(),
            CallId = call.Id.Value,
            SupervisorId = who.UserId,
            SupervisorName = who.Name,
            TraineeName = call.Owner.DisplayName,
            ScenarioTitle = call.Scenario.Title,
            Act = act,
            StartedAt = now,
            AtMs = call.NowMs,
            EndedAt = lasts ? null : now,
        };
        try
        {
            await using var db = databases.Create(who.TenantId);
            db.Supervisions.Add(row);
            await db.SaveChangesAsync();
            return row.Id;
        }
        catch (Exception exception) when (IsOfTheStore(exception))
        {
            LogNotBegun(logger, act, call.Id, exception);
            throw new CallError("notAudited", "This cannot be written down at the moment, and without that it is not done. Try again in a moment.");
        }
    }

    private static bool IsOfTheStore(Exception exception) =>
        exception is DbUpdateException or DbException or IOException or InvalidOperationException or TimeoutException;

    [LoggerMessage(Level = LogLevel.Error, Message = "{Act} in call {CallId} could not be audited and was refused.")]
    private static partial void LogNotBegun(ILogger logger, SupervisionAct act, CallId callId, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The end of audit entry {Entry} could not be stored.")]
    private static partial void LogNotEnded(ILogger logger, Guid entry, Exception exception);
}
