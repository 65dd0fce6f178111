using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Calls;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Feedback;

/// <summary>Keeps a debrief: the whole as JSON, each score for the trends, overall and outcome with the call.</summary>
public static class DebriefKeeper
{
    /// <summary>All in one go. Written again, the debrief of before is replaced.</summary>
    /// <param name="call">A row that <paramref name="db"/> tracks; other changes to it are saved with it.</param>
    public static async Task SaveAsync(TrainingDb db, CallRow call, Debrief debrief, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(debrief);
        if (debrief.CallId.Value != call.Id)
        {
            throw new ArgumentException($"The debrief is of call {debrief.CallId}, the row of call {call.Id}.", nameof(debrief));
        }
        var json = JsonSerializer.Serialize(debrief, Json.Options);
        if (await db.Debriefs.SingleOrDefaultAsync(d => d.CallId == call.Id, cancellationToken) is { } kept)
        {
            kept.Json = json;
        }
        else
        {
            db.Debriefs.Add(new DebriefRow { CallId = call.Id, TenantId = call.TenantId, Json = json });
        }
        await ReplaceScoresAsync(db, call, debrief, cancellationToken);
        call.Overall = debrief.Overall;
        call.Outcome = debrief.Outcome.Status;
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Null where none was kept.</summary>
    public static async Task<Debrief?> FindAsync(TrainingDb db, CallId callId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var row = await db.Debriefs.AsNoTracking().SingleOrDefaultAsync(d => d.CallId == callId.Value, cancellationToken);
        return row is null ? null : JsonSerializer.Deserialize<Debrief>(row.Json, Json.Options);
    }

    private static async Task ReplaceScoresAsync(TrainingDb db, CallRow call, Debrief debrief, CancellationToken cancellationToken)
    {
        var scored = debrief.Categories.Where(c => c.Score is not null).ToDictionary(c => c.Category, c => c.Score!.Value);
        foreach (var row in await db.CategoryScores.Where(s => s.CallId == call.Id).ToListAsync(cancellationToken))
        {
            if (scored.Remove(row.Category, out var score))
            {
                db.Entry(row).Property(r => r.Score).CurrentValue = score;
            }
            else
            {
                db.CategoryScores.Remove(row);
            }
        }
        db.CategoryScores.AddRange(scored.Select(pair => new CategoryScoreRow
        {
            CallId = call.Id,
            TenantId = call.TenantId,
            Category = pair.Key,
            TraineeId = call.TraineeId,
            At = call.StartedAt,
            Score = pair.Value,
        }));
    }
}
