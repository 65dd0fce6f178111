using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// Works at recordings one after the other, the oldest first, in the background. What a stop or a crash interrupted goes
/// on in the stage where it was. Singleton.
/// </summary>
public sealed partial class ReviewQueue(
    TrainingDbFactory databases, ReviewWork work, ReviewFolder folder, IOptions<ReviewOptions> options, TimeProvider time, ILogger<ReviewQueue> logger) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim wake = new(0);
    private CancellationTokenSource? working;
    private Guid workingOn;
    private readonly Lock gate = new();

    /// <summary>Something new is queued.</summary>
    public void Wake() => wake.Release();

    /// <summary>Leaves a recording alone that is about to be removed; the work on it ends soon.</summary>
    public void Leave(Guid id)
    {
        lock (gate)
        {
            if (workingOn == id)
            {
                working?.Cancel();
            }
        }
    }

    public override void Dispose()
    {
        wake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Worker)
        {
            return;
        }
        await GoOnAfterStopAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ForgetAbandonedAsync(stoppingToken);
                while (await NextAsync(stoppingToken) is { } next)
                {
                    await WorkAsync(next, stoppingToken);
                }
            }
            catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
            {
                // The database may be away for a while; the recordings wait.
                LogStuck(logger, exception);
            }
            await WaitAsync(stoppingToken);
        }
    }

    private async Task WaitAsync(CancellationToken stoppingToken)
    {
        using var late = new CancellationTokenSource(LookAgain, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stoppingToken);
        await wake.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task WorkAsync(RecordedCallRow next, CancellationToken stoppingToken)
    {
        CancellationTokenSource own;
        lock (gate)
        {
            own = working = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            workingOn = next.Id;
        }
        try
        {
            await work.DoAsync(next.Id, next.TenantId, own.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // Its owner removes it.
        }
        finally
        {
            lock (gate)
            {
                (working, workingOn) = (null, Guid.Empty);
            }
            own.Dispose();
        }
    }

    private async Task<RecordedCallRow?> NextAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.Create(Guid.Empty);
        return await db.RecordedCalls.IgnoreQueryFilters().AsNoTracking()
            .Where(call => call.Status == ReviewStatus.Queued)
            .OrderBy(call => call.UploadedAt).ThenBy(call => call.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private async Task GoOnAfterStopAsync(CancellationToken cancellationToken) =>
        await ForEachAsync(call => call.Status == ReviewStatus.Working, (_, call) => call.Status = ReviewStatus.Queued, cancellationToken);

    private async Task ForgetAbandonedAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - TimeSpan.FromHours(options.Value.AbandonedAfterHours);
        await ForEachAsync(call => call.Status == ReviewStatus.Uploading && call.ChangedAt < before, (db, call) =>
        {
            folder.Remove(call);
            db.Remove(call);
        }, cancellationToken);
    }

    private async Task ForEachAsync(
        System.Linq.Expressions.Expression<Func<RecordedCallRow, bool>> which, Action<TrainingDb, RecordedCallRow> change, CancellationToken cancellationToken)
    {
        List<RecordedCallRow> found;
        await using (var all = databases.Create(Guid.Empty))
        {
            found = await all.RecordedCalls.IgnoreQueryFilters().AsNoTracking().Where(which).ToListAsync(cancellationToken);
        }
        foreach (var tenant in found.GroupBy(call => call.TenantId))
        {
            await using var db = databases.Create(tenant.Key);
            foreach (var call in tenant)
            {
                db.Attach(call);
                change(db, call);
            }
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The queue of recorded calls cannot go on now. It tries again in a while.")]
    private static partial void LogStuck(ILogger logger, Exception exception);
}
