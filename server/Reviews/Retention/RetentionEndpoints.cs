using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Http;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Reviews;

/// <param name="KeepDays">From the upload on; null: until somebody removes them.</param>
public sealed record Retention(int? KeepDays);

internal static class RetentionEndpoints
{
    private const int MostDays = 36_500;

    /// <summary>Into the group of reviews. Only administrators decide what is kept; coaches see it.</summary>
    public static void MapRetention(this RouteGroupBuilder group)
    {
        group.MapGet("/retention", GetAsync).WithName("GetRetention");
        group.MapPut("/retention", SetAsync).WithName("SetRetention").RequireRole(Role.Administrator);
        group.MapPut("/{id:guid}/hold", HoldRecording.HandleAsync).WithName("HoldRecording").RequireRole(Role.Administrator);
        group.MapDelete("/{id:guid}/hold", ReleaseRecording.HandleAsync).WithName("ReleaseRecording").RequireRole(Role.Administrator);
    }

    private static async Task<Ok<Retention>> GetAsync(TrainingDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Retention(await db.Retentions.Select(row => row.KeepDays).FirstOrDefaultAsync(cancellationToken)));

    private static async Task<Results<Ok<Retention>, ProblemHttpResult>> SetAsync(
        Retention request, TrainingDb db, ReviewAudit audit, ICurrentUser user, TimeProvider time, ReviewRetention retention, CancellationToken cancellationToken)
    {
        if (request.KeepDays is < 1 or > MostDays)
        {
            return Problems.Invalid($"Recordings are kept for 1 to {MostDays:N0} days, or until somebody removes them.");
        }
        if (await db.Retentions.FirstOrDefaultAsync(cancellationToken) is not { } row)
        {
            row = new RetentionRow { TenantId = user.TenantId, ChangedBy = user.UserId, ChangedAt = time.GetUtcNow() };
            db.Add(row);
        }
        (row.KeepDays, row.ChangedBy, row.ChangedAt) = (request.KeepDays, user.UserId, time.GetUtcNow());
        audit.Note(Guid.Empty, ReviewDeed.ChangedRetention);
        await db.SaveChangesAsync(cancellationToken);
        retention.Wake();
        return TypedResults.Ok(request);
    }
}
