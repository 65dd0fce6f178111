using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <param name="RecordedCallId">Of a call that may be gone by now.</param>
public sealed record AuditLine(DateTimeOffset At, string PersonName, ReviewDeed Deed, Guid RecordedCallId);

/// <summary>What was done with recorded calls, the latest first; of one, where its id is given. For administrators.</summary>
public static class ListAudit
{
    private const int Most = 500;

    public static async Task<Ok<List<AuditLine>>> HandleAsync(Guid? recordedCallId, TrainingDb db, CancellationToken cancellationToken)
    {
        var lines = db.ReviewAudit.AsNoTracking();
        lines = recordedCallId is { } id ? lines.Where(line => line.RecordedCallId == id) : lines;
        return TypedResults.Ok(await lines.OrderByDescending(line => line.At).ThenByDescending(line => line.Id).Take(Most)
            .Select(line => new AuditLine(line.At, line.PersonName, line.Deed, line.RecordedCallId)).ToListAsync(cancellationToken));
    }
}
