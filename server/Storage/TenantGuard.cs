using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace RealtimeTraining.Server.Storage;

/// <summary>Stamps new rows with the tenant and lets no other tenant's row through.</summary>
internal static class TenantGuard
{
    public static void Check(ChangeTracker changes, Guid tenant)
    {
        foreach (var entry in changes.Entries<ITenantOwned>())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached)
            {
                continue;
            }
            if (entry.State is EntityState.Added && entry.Entity.TenantId == Guid.Empty)
            {
                entry.Entity.TenantId = tenant;
            }
            var owner = entry.Property(row => row.TenantId);
            if (tenant == Guid.Empty || owner.CurrentValue != tenant || (entry.State is not EntityState.Added && owner.OriginalValue != tenant))
            {
                throw new OtherTenantException(entry.Metadata.ClrType.Name);
            }
        }
    }
}
