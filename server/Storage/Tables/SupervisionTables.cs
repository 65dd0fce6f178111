using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Supervision;

namespace RealtimeTraining.Server.Storage.Tables;

/// <summary>The audit of supervision, which outlives calls and people, and what each tenant decided about it.</summary>
internal static class SupervisionTables
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<SupervisionRow>(entry =>
        {
            entry.ToTable("Supervisions");
            entry.Property(row => row.Id).ValueGeneratedNever();
            entry.Property(row => row.SupervisorName).HasMaxLength(100);
            entry.Property(row => row.TraineeName).HasMaxLength(100);
            entry.Property(row => row.ScenarioTitle).HasMaxLength(200);
            entry.HasIndex(row => new { row.TenantId, row.StartedAt });
            entry.HasIndex(row => row.CallId);
            entry.HasIndex(row => row.EndedAt);
        });
        builder.Entity<SupervisionPolicyRow>(policy =>
        {
            policy.ToTable("SupervisionPolicies");
            policy.HasKey(row => row.TenantId);
            policy.Property(row => row.TenantId).ValueGeneratedNever();
        });
    }
}
