using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Storage.Tables;

/// <summary>Scenarios of an organisation's own and who shall practise them. What was said in a recorded call goes with the call; a scenario that a coach has checked stays.</summary>
internal static class ScenarioTables
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<OwnScenarioRow>(scenario =>
        {
            scenario.ToTable("OwnScenarios");
            scenario.Property(row => row.Id).HasMaxLength(100);
            scenario.Property(row => row.Title).HasMaxLength(200);
            scenario.HasOne<User>().WithMany().HasForeignKey(row => row.MadeBy).OnDelete(DeleteBehavior.Restrict);
            scenario.HasIndex(row => row.MadeBy);
            scenario.HasIndex(row => row.TenantId);
        });
        builder.Entity<AssignmentRow>(assignment =>
        {
            assignment.ToTable("Assignments");
            assignment.Property(row => row.Id).ValueGeneratedNever();
            assignment.Property(row => row.ScenarioId).HasMaxLength(100);
            assignment.Property(row => row.AssignedByName).HasMaxLength(100);
            assignment.HasOne<OwnScenarioRow>().WithMany().HasForeignKey(row => row.ScenarioId).OnDelete(DeleteBehavior.Cascade);
            assignment.HasOne<User>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Restrict);
            assignment.HasIndex(row => new { row.ScenarioId, row.PersonId }).IsUnique();
            assignment.HasIndex(row => row.PersonId);
        });
        builder.Entity<MomentPracticeRow>(practice =>
        {
            practice.ToTable("MomentPractices");
            practice.Property(row => row.Id).ValueGeneratedNever();
            practice.Property(row => row.MadeByName).HasMaxLength(100);
            practice.Property(row => row.CheckedByName).HasMaxLength(100);
            practice.HasOne<RecordedCallRow>().WithMany().HasForeignKey(row => row.RecordedCallId).OnDelete(DeleteBehavior.Cascade);
            practice.HasIndex(row => new { row.RecordedCallId, row.Line }).IsUnique();
        });
    }
}
