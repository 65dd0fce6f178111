using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// Keeps the index of the transcripts: reads each call that gets ready, or has changed since, masked. Each search brings it
/// up to date first; what is too much for that is done in the background. Singleton.
/// </summary>
public sealed partial class SearchIndexer(
    TrainingDbFactory databases, RecordingVault vault, SearchKey key, MomentFinder moments, ReviewDebrief debriefs,
    IOptions<ReviewOptions> options, TimeProvider time, ILogger<SearchIndexer> logger) : BackgroundService
{
    /// <summary>Goes up when words or moments are found, or calls are scored, otherwise than before.</summary>
    public const int Version = 4;

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim one = new(1);

    public override void Dispose()
    {
        one.Dispose();
        base.Dispose();
    }

    /// <summary>Reads what the index of an organisation lacks, the newest first.</summary>
    /// <param name="most">Recordings to read at most.</param>
    /// <returns>How many are still missing.</returns>
    public async Task<int> CatchUpAsync(Guid tenant, int most, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            await using var db = databases.Create(tenant);
            var stale = await db.RecordedCalls.AsNoTracking().Where(IsStale(db)).OrderByDescending(call => call.UploadedAt).Take(most).ToListAsync(cancellationToken);
            foreach (var call in stale)
            {
                await IndexAsync(call, cancellationToken);
            }
            return stale.Count < most ? 0 : await db.RecordedCalls.CountAsync(IsStale(db), cancellationToken);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Takes in a recording that is about to be ready, so that who opens or searches it then waits for nothing. What fails here is done in the background.</summary>
    public async Task TakeInAsync(RecordedCallRow call, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            await IndexAsync(call, cancellationToken);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            LogStuck(logger, exception);
        }
        finally
        {
            one.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Value.Worker && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var tenant in await WithStaleAsync(stoppingToken))
                {
                    // One at a time: a search does not wait long for its turn.
                    while (await CatchUpAsync(tenant, 1, stoppingToken) > 0)
                    {
                    }
                }
            }
            catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
            {
                LogStuck(logger, exception);
            }
            await Task.Delay(LookAgain, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static Expression<Func<RecordedCallRow, bool>> IsStale(TrainingDb db) => call => call.Status == ReviewStatus.Ready
        && !db.SearchedCalls.Any(done => done.RecordedCallId == call.Id && done.Version == Version && done.StaffChannel == call.StaffChannel
            && done.Corrections == db.LineCorrections.Count(line => line.RecordedCallId == call.Id));

    private async Task<List<Guid>> WithStaleAsync(CancellationToken cancellationToken)
    {
        List<Guid> tenants;
        await using (var all = databases.Create(Guid.Empty))
        {
            tenants = await all.RecordedCalls.IgnoreQueryFilters().Where(call => call.Status == ReviewStatus.Ready).Select(call => call.TenantId).Distinct().ToListAsync(cancellationToken);
        }
        var stale = new List<Guid>();
        foreach (var tenant in tenants)
        {
            await using var db = databases.Create(tenant);
            if (await db.RecordedCalls.AnyAsync(IsStale(db), cancellationToken))
            {
                stale.Add(tenant);
            }
        }
        return stale;
    }

    private async Task IndexAsync(RecordedCallRow call, CancellationToken cancellationToken)
    {
        await using var db = databases.Create(call.TenantId);
        var id = call.Id;
        // Counted before it is read: a correction in between makes it stale again.
        var corrections = await db.LineCorrections.CountAsync(line => line.RecordedCallId == id, cancellationToken);
        var reading = await ReadAsync(db, call, cancellationToken);
        if (await db.SearchedCalls.FirstOrDefaultAsync(row => row.RecordedCallId == id, cancellationToken) is { } before)
        {
            // Its words and moments go with it.
            db.Remove(before);
            await db.SaveChangesAsync(cancellationToken);
        }
        db.Add(new SearchedCallRow { RecordedCallId = id, Version = Version, StaffChannel = call.StaffChannel, Corrections = corrections, Overall = reading.Debrief?.Overall });
        var words = reading.Lines.SelectMany(line => SearchTerms.Forms(line.Text)).Where(SearchTerms.IsIndexed).Distinct();
        db.AddRange(key.Of(call.TenantId, words).Distinct().Select(word => new SearchWordRow { RecordedCallId = id, Word = word }));
        db.AddRange(Badness.Of(reading).Select((moment, i) => new SearchMomentRow
        {
            RecordedCallId = id, Number = i + 1, Kind = moment.Mark.Kind, StartMs = moment.Mark.StartMs, Badness = moment.Badness,
        }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Removed meanwhile, or another server was quicker.
            LogPassed(logger, id);
        }
    }

    /// <summary>One that cannot be unsealed is not found, and keeps nobody from finding the others.</summary>
    private async Task<CallReading> ReadAsync(TrainingDb db, RecordedCallRow call, CancellationToken cancellationToken)
    {
        try
        {
            return await new ReviewReader(db, vault, moments, debriefs).ReadAsync(call, reveal: false, cancellationToken);
        }
        catch (InvalidDataException exception)
        {
            LogUnreadable(logger, call.Id, exception);
            return new CallReading([], [], null);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Recorded call {Id} cannot be unsealed and so not be found.")]
    private static partial void LogUnreadable(ILogger logger, Guid id, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The index of recorded calls cannot be kept now. It is tried again in a while.")]
    private static partial void LogStuck(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Recorded call {Id} was removed or indexed by another server meanwhile.")]
    private static partial void LogPassed(ILogger logger, Guid id);
}
