using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <summary>Seals what is shared, and finds what is shared with who asks: whatever their role, only their own. Scoped.</summary>
public sealed class SharedReviews(TrainingDb db, RecordingVault vault, ICurrentUser user)
{
    /// <summary>Changes only how the words are kept; saving is the caller's.</summary>
    public void Keep(SharedReviewRow row, SharedWords words) => row.Sealed = vault.Seal(JsonSerializer.SerializeToUtf8Bytes(words, Json.Options), row.SealName);

    public SharedWords WordsOf(SharedReviewRow row) => JsonSerializer.Deserialize<SharedWords>(vault.Unseal(row.Sealed, row.SealName), Json.Options)!;

    public IQueryable<SharedReviewRow> Mine()
    {
        var me = user.UserId;
        return db.SharedReviews.Where(row => row.StaffId == me);
    }

    /// <summary>Null where the call is not shared with who asks, or is not ready any more: to them there is no such call.</summary>
    public async Task<(SharedReviewRow Share, RecordedCallRow Call)?> FindMineAsync(Guid callId, CancellationToken cancellationToken)
    {
        if (await Mine().FirstOrDefaultAsync(row => row.RecordedCallId == callId, cancellationToken) is not { } share
            || await db.RecordedCalls.AsNoTracking().FirstOrDefaultAsync(row => row.Id == callId && row.Status == ReviewStatus.Ready, cancellationToken) is not { } call)
        {
            return null;
        }
        return (share, call);
    }
}
