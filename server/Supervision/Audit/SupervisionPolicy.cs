using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Storage;

namespace RealtimeTraining.Server.Supervision;

/// <summary>What a tenant has decided about supervision. No row: nothing was decided yet.</summary>
public sealed class SupervisionPolicyRow : ITenantOwned
{
    public Guid TenantId { get; set; }

    public required bool ShowListening { get; set; }

    public required Guid ChangedBy { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}

/// <param name="ShowListening">Trainees see during the call that somebody listens. In the call's record it stands either way.</param>
public sealed record SupervisionPolicy(bool ShowListening)
{
    public static SupervisionPolicy Default { get; } = new(ShowListening: true);

    public static async Task<SupervisionPolicy> OfAsync(TrainingDb db, CancellationToken cancellationToken) =>
        await db.SupervisionPolicies.AsNoTracking().FirstOrDefaultAsync(cancellationToken) is { } row ? new SupervisionPolicy(row.ShowListening) : Default;
}

public static class GetSupervisionPolicy
{
    public static async Task<Ok<SupervisionPolicy>> HandleAsync(TrainingDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await SupervisionPolicy.OfAsync(db, cancellationToken));
}

/// <summary>Holds for whoever comes to listen from now on.</summary>
public static class SetSupervisionPolicy
{
    public static async Task<Ok<SupervisionPolicy>> HandleAsync(
        SupervisionPolicy policy, TrainingDb db, ICurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        var row = await db.SupervisionPolicies.FirstOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            row = new SupervisionPolicyRow { ShowListening = policy.ShowListening, ChangedBy = user.UserId, ChangedAt = time.GetUtcNow() };
            db.SupervisionPolicies.Add(row);
        }
        (row.ShowListening, row.ChangedBy, row.ChangedAt) = (policy.ShowListening, user.UserId, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(policy);
    }
}
