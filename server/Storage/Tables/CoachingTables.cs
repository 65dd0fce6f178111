using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Reviews;
using RealtimeTraining.Server.Scenarios;

namespace RealtimeTraining.Server.Storage.Tables;

/// <summary>What coaches and staff make of recorded calls together.</summary>
internal static class CoachingTables
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<SharedReviewRow>(share =>
        {
            share.ToTable("SharedReviews");
            share.HasKey(row => row.RecordedCallId);
            share.Property(row => row.RecordedCallId).ValueGeneratedNever();
            share.Property(row => row.SharedByName).HasMaxLength(100);
            share.HasOne<RecordedCallRow>().WithOne().HasForeignKey<SharedReviewRow>(row => row.RecordedCallId).OnDelete(DeleteBehavior.Cascade);
            share.HasOne<User>().WithMany().HasForeignKey(row => row.StaffId).OnDelete(DeleteBehavior.Restrict);
            share.HasIndex(row => row.StaffId);
        });
        builder.Entity<ReviewAnswerRow>(answer =>
        {
            answer.ToTable("ReviewAnswers");
            answer.Property(row => row.Id).ValueGeneratedNever();
            answer.Property(row => row.StaffName).HasMaxLength(100);
            answer.Property(row => row.RepliedByName).HasMaxLength(100);
            // Of two coaches who reply at once, one is told that the other did.
            answer.Property(row => row.RepliedAt).IsConcurrencyToken();
            answer.HasOne<RecordedCallRow>().WithMany().HasForeignKey(row => row.RecordedCallId).OnDelete(DeleteBehavior.Cascade);
            answer.HasOne<User>().WithMany().HasForeignKey(row => row.StaffId).OnDelete(DeleteBehavior.Restrict);
            answer.HasIndex(row => row.RecordedCallId);
            answer.HasIndex(row => row.StaffId);
            answer.HasIndex(row => new { row.TenantId, row.State });
        });
        builder.Entity<ImprovementActionRow>(action =>
        {
            action.ToTable("ImprovementActions");
            action.Property(row => row.Id).ValueGeneratedNever();
            action.Property(row => row.ScenarioId).HasMaxLength(100);
            action.Property(row => row.SetByName).HasMaxLength(100);
            action.HasOne<RecordedCallRow>().WithMany().HasForeignKey(row => row.RecordedCallId).OnDelete(DeleteBehavior.SetNull);
            action.HasOne<OwnScenarioRow>().WithMany().HasForeignKey(row => row.ScenarioId).OnDelete(DeleteBehavior.SetNull);
            action.HasOne<User>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Restrict);
            action.HasIndex(row => row.PersonId);
            action.HasIndex(row => row.RecordedCallId);
            action.HasIndex(row => row.ScenarioId);
            action.HasIndex(row => new { row.TenantId, row.DueAt });
        });
        Calibrations(builder);
    }

    private static void Calibrations(ModelBuilder builder)
    {
        builder.Entity<CalibrationRow>(calibration =>
        {
            calibration.ToTable("Calibrations");
            calibration.Property(row => row.Id).ValueGeneratedNever();
            calibration.Property(row => row.Title).HasMaxLength(100);
            calibration.Property(row => row.MadeByName).HasMaxLength(100);
            calibration.Property(row => row.ClosedByName).HasMaxLength(100);
            calibration.HasIndex(row => new { row.TenantId, row.MadeAt });
        });
        builder.Entity<CalibrationCallRow>(call =>
        {
            call.ToTable("CalibrationCalls");
            call.HasKey(row => new { row.CalibrationId, row.RecordedCallId });
            call.HasOne<CalibrationRow>().WithMany().HasForeignKey(row => row.CalibrationId).OnDelete(DeleteBehavior.Cascade);
            call.HasOne<RecordedCallRow>().WithMany().HasForeignKey(row => row.RecordedCallId).OnDelete(DeleteBehavior.Cascade);
            call.HasIndex(row => row.RecordedCallId);
        });
        builder.Entity<CalibrationCoachRow>(coach =>
        {
            coach.ToTable("CalibrationCoaches");
            coach.HasKey(row => new { row.CalibrationId, row.CoachId });
            coach.Property(row => row.CoachName).HasMaxLength(100);
            coach.HasOne<CalibrationRow>().WithMany().HasForeignKey(row => row.CalibrationId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<AgreedScoreRow>(agreed =>
        {
            agreed.ToTable("AgreedScores");
            agreed.HasKey(row => new { row.CalibrationId, row.RecordedCallId, row.Category });
            agreed.Property(row => row.ByName).HasMaxLength(100);
            agreed.HasOne<CalibrationCallRow>().WithMany().HasForeignKey(row => new { row.CalibrationId, row.RecordedCallId }).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
