using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// Removes recordings that an organisation has kept long enough, with their sound and their words, and sweeps up files
/// whose recording is gone. What is held stays. Looks once an hour and when the rule changes. Singleton.
/// </summary>
public sealed partial class ReviewRetention(
    TrainingDbFactory databases, ReviewFolder folder, IOptions<ReviewOptions> options, TimeProvider time, ILogger<ReviewRetention> logger) : BackgroundService
{
    /// <summary>Who removed it, in the audit.</summary>
    public const string Name = "Retention";

    private const int AtOnce = 100;

    private static readonly TimeSpan LookAgain = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim wake = new(0);
    private readonly SemaphoreSlim one = new(1);

    /// <summary>A rule has changed.</summary>
    public void Wake() => wake.Release();

    public override void Dispose()
    {
        wake.Dispose();
        one.Dispose();
        base.Dispose();
    }

    /// <returns>How many recordings were removed.</returns>
    public async Task<int> RemoveExpiredAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            return await RemoveAllAsync(cancellationToken);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>
    /// Files that a crash left behind between a removal in the database and that on the disk. The audit must name the
    /// removal: a database that was put in place of another must not cost all recordings.
    /// </summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.Create(Guid.Empty);
        foreach (var files in folder.Files().GroupBy(file => file.CallId))
        {
            var id = files.Key;
            if (!await db.RecordedCalls.IgnoreQueryFilters().AnyAsync(call => call.Id == id, cancellationToken)
                && await db.ReviewAudit.IgnoreQueryFilters().AnyAsync(line => line.RecordedCallId == id && line.Deed == ReviewDeed.Removed, cancellationToken))
            {
                foreach (var (_, path) in files)
                {
                    File.Delete(path);
                }
                LogSwept(logger, id);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Value.Worker && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RemoveExpiredAsync(stoppingToken);
                await SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
            {
                LogStuck(logger, exception);
            }
            using var late = new CancellationTokenSource(LookAgain, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stoppingToken);
            await wake.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<int> RemoveAllAsync(CancellationToken cancellationToken)
    {
        List<RetentionRow> rules;
        await using (var all = databases.Create(Guid.Empty))
        {
            rules = await all.Retentions.IgnoreQueryFilters().AsNoTracking().Where(rule => rule.KeepDays != null).ToListAsync(cancellationToken);
        }
        var removed = 0;
        foreach (var rule in rules)
        {
            removed += await RemoveOfAsync(rule.TenantId, time.GetUtcNow().AddDays(-rule.KeepDays!.Value), cancellationToken);
        }
        return removed;
    }

    private async Task<int> RemoveOfAsync(Guid tenant, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var removed = 0;
        while (true)
        {
            await using var db = databases.Create(tenant);
            // What is being worked on is old enough in an hour, too.
            var expired = await db.RecordedCalls
                .Where(call => call.UploadedAt < before && call.Status != ReviewStatus.Working && !db.RecordingHolds.Any(hold => hold.RecordedCallId == call.Id))
                .OrderBy(call => call.UploadedAt).Take(AtOnce).ToListAsync(cancellationToken);
            foreach (var call in expired)
            {
                db.Remove(call);
                db.Add(new ReviewAuditRow { Id = Guid.CreateVersion7(), At = time.GetUtcNow(), PersonId = Guid.Empty, PersonName = Name, Deed = ReviewDeed.Removed, RecordedCallId = call.Id });
            }
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody removed one of them by hand meanwhile.
                continue;
            }
            expired.ForEach(folder.Remove);
            removed += expired.Count;
            if (expired.Count < AtOnce)
            {
                return removed;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Recordings that were kept long enough cannot be removed now. It is tried again in an hour.")]
    private static partial void LogStuck(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Removed what a stopped server had left of recorded call {Id}")]
    private static partial void LogSwept(ILogger logger, Guid id);
}
