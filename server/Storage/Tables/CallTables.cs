using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Calls;

namespace RealtimeTraining.Server.Storage.Tables;

/// <summary>Calls and what hangs on them. A call that goes takes its log, debrief and scores along.</summary>
internal static class CallTables
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<CallRow>(call =>
        {
            call.ToTable("Calls");
            call.Property(row => row.Id).ValueGeneratedNever();
            call.Property(row => row.ScenarioId).HasMaxLength(100);
            call.Property(row => row.ScenarioTitle).HasMaxLength(200);
            call.Property(row => row.PatientName).HasMaxLength(100);
            call.Property(row => row.RecordingFile).HasMaxLength(200);
            call.HasOne<User>().WithMany().HasForeignKey(row => row.TraineeId).OnDelete(DeleteBehavior.Restrict);
            call.HasIndex(row => new { row.TraineeId, row.StartedAt });
            call.HasIndex(row => new { row.TraineeId, row.ScenarioId });
            call.HasIndex(row => new { row.TenantId, row.StartedAt });
            call.HasIndex(row => row.Status);
        });
        builder.Entity<CallEventRow>(line =>
        {
            line.ToTable("CallEvents");
            line.HasKey(row => new { row.CallId, row.Seq });
            line.Property(row => row.Seq).ValueGeneratedNever();
            line.Property(row => row.Type).HasMaxLength(50);
            line.HasOne<CallRow>().WithMany().HasForeignKey(row => row.CallId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<DebriefRow>(debrief =>
        {
            debrief.ToTable("Debriefs");
            debrief.HasKey(row => row.CallId);
            debrief.Property(row => row.CallId).ValueGeneratedNever();
            debrief.HasOne<CallRow>().WithOne().HasForeignKey<DebriefRow>(row => row.CallId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<CategoryScoreRow>(score =>
        {
            score.ToTable("CategoryScores");
            score.HasKey(row => new { row.CallId, row.Category });
            score.HasOne<CallRow>().WithMany().HasForeignKey(row => row.CallId).OnDelete(DeleteBehavior.Cascade);
            score.HasIndex(row => new { row.TraineeId, row.At });
        });
        builder.Entity<PhrasingRow>(phrasing =>
        {
            phrasing.ToTable("Phrasings");
            phrasing.Property(row => row.Id).ValueGeneratedNever();
            phrasing.Property(row => row.ScenarioId).HasMaxLength(100);
            phrasing.Property(row => row.Topic).HasMaxLength(100);
            phrasing.Property(row => row.Text).HasMaxLength(1000);
            phrasing.HasIndex(row => new { row.TenantId, row.ScenarioId });
        });
    }
}
