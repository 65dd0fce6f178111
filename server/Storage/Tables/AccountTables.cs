using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;

namespace RealtimeTraining.Server.Storage.Tables;

/// <summary>People, their roles and their organisations. Lengths that Identity leaves open are closed here, alike on both of its versions.</summary>
internal static class AccountTables
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<Tenant>(tenant =>
        {
            tenant.ToTable("Tenants");
            tenant.Property(row => row.Id).ValueGeneratedNever();
            tenant.Property(row => row.Name).HasMaxLength(200);
        });
        builder.Entity<User>(user =>
        {
            user.ToTable("Users");
            user.Property(row => row.Id).ValueGeneratedNever();
            user.Property(row => row.DisplayName).HasMaxLength(100);
            user.Property(row => row.PhoneNumber).HasMaxLength(50);
            user.Property(row => row.PasswordHash).HasMaxLength(500);
            user.Property(row => row.SecurityStamp).HasMaxLength(100);
            user.Property(row => row.ConcurrencyStamp).HasMaxLength(100);
            user.HasIndex(row => row.TenantId);
            user.HasOne<Tenant>().WithMany().HasForeignKey(row => row.TenantId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<IdentityRole<Guid>>(role =>
        {
            role.ToTable("Roles");
            role.Property(row => row.Id).ValueGeneratedNever();
            role.Property(row => row.ConcurrencyStamp).HasMaxLength(100);
            role.HasData(Roles.All.Select(known => new IdentityRole<Guid>
            {
                Id = known.Id,
                Name = known.Name,
                NormalizedName = known.NormalizedName,
                ConcurrencyStamp = known.Id.ToString(),
            }));
        });
        builder.Entity<IdentityUserRole<Guid>>().ToTable("UserRoles");
        builder.Entity<IdentityUserClaim<Guid>>(claim =>
        {
            claim.ToTable("UserClaims");
            claim.Property(row => row.ClaimType).HasMaxLength(200);
            claim.Property(row => row.ClaimValue).HasMaxLength(1000);
        });
        builder.Entity<IdentityRoleClaim<Guid>>(claim =>
        {
            claim.ToTable("RoleClaims");
            claim.Property(row => row.ClaimType).HasMaxLength(200);
            claim.Property(row => row.ClaimValue).HasMaxLength(1000);
        });
        builder.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.ToTable("UserLogins");
            login.Property(row => row.LoginProvider).HasMaxLength(128);
            login.Property(row => row.ProviderKey).HasMaxLength(128);
            login.Property(row => row.ProviderDisplayName).HasMaxLength(200);
        });
        builder.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.ToTable("UserTokens");
            token.Property(row => row.LoginProvider).HasMaxLength(128);
            token.Property(row => row.Name).HasMaxLength(128);
        });
    }
}
