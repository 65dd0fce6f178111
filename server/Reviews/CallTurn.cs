using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>
/// A recorded call for as long as it is decided who took it or who may read it: two such decisions come one after the other,
/// on either store and from several servers. What was saved in between is undone unless it is kept.
/// </summary>
internal sealed class CallTurn : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;

    private CallTurn(RecordedCallRow call, IDbContextTransaction transaction) => (Call, _transaction) = (call, transaction);

    /// <summary>As whoever had the turn before left it.</summary>
    public RecordedCallRow Call { get; }

    /// <summary>Waits for the turn.</summary>
    /// <returns>Null: there is no such recording, or not any more.</returns>
    public static async Task<CallTurn?> TakeAsync(TrainingDb db, Guid callId, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            if (await LockedAsync(db, callId, cancellationToken) is { } call)
            {
                return new CallTurn(call, transaction);
            }
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
        await transaction.DisposeAsync();
        return null;
    }

    public Task KeepAsync(CancellationToken cancellationToken) => _transaction.CommitAsync(cancellationToken);

    public ValueTask DisposeAsync() => _transaction.DisposeAsync();

    private static async Task<RecordedCallRow?> LockedAsync(TrainingDb db, Guid callId, CancellationToken cancellationToken)
    {
        if (await db.RecordedCalls.FirstOrDefaultAsync(row => row.Id == callId, cancellationToken) is not { } call)
        {
            return null;
        }
        // Written as it is: from here to the end of the transaction nobody else writes this row.
        db.Entry(call).Property(row => row.FileName).IsModified = true;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Removed a moment ago.
            return null;
        }
        await db.Entry(call).ReloadAsync(cancellationToken);
        return call;
    }
}
