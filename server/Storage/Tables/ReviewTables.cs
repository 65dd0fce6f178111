using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Reviews;

namespace RealtimeTraining.Server.Storage.Tables;

/// <summary>Recorded real calls. One that goes takes its lines along.</summary>
internal static class ReviewTables
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<RecordedCallRow>(call =>
        {
            call.ToTable("RecordedCalls");
            call.Property(row => row.Id).ValueGeneratedNever();
            call.Property(row => row.FileName).HasMaxLength(200);
            call.Property(row => row.Sha256).HasMaxLength(64);
            call.Property(row => row.Queue).HasMaxLength(100);
            call.Property(row => row.ProblemCode).HasMaxLength(50);
            call.Property(row => row.Problem).HasMaxLength(500);
            call.Property(row => row.Notes).HasMaxLength(2000);
            call.Property(row => row.Engine).HasMaxLength(100);
            call.Property(row => row.ByVoice).HasDefaultValue(false);
            call.HasOne<User>().WithMany().HasForeignKey(row => row.UploadedBy).OnDelete(DeleteBehavior.Restrict);
            call.HasOne<User>().WithMany().HasForeignKey(row => row.StaffId).OnDelete(DeleteBehavior.Restrict);
            call.HasIndex(row => row.UploadedBy);
            call.HasIndex(row => row.StaffId);
            call.HasIndex(row => new { row.TenantId, row.UploadedAt });
            call.HasIndex(row => new { row.TenantId, row.Sha256 }).IsUnique();
            call.HasIndex(row => row.Status);
        });
        builder.Entity<RecordedLineRow>(line =>
        {
            line.ToTable("RecordedLines");
            line.HasKey(row => new { row.RecordedCallId, row.Number });
            line.Property(row => row.Number).ValueGeneratedNever();
            line.HasOne<RecordedCallRow>().WithMany().HasForeignKey(row => row.RecordedCallId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<LineCorrectionRow>(correction =>
        {
            correction.ToTable("LineCorrections");
            correction.HasKey(row => new { row.RecordedCallId, row.Line, row.Version });
            correction.Property(row => row.Line).ValueGeneratedNever();
            correction.Property(row => row.Version).ValueGeneratedNever();
            correction.Property(row => row.PersonName).HasMaxLength(100);
            correction.HasOne<RecordedLineRow>().WithMany().HasForeignKey(row => new { row.RecordedCallId, row.Line }).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<JudgementRow>(judgement =>
        {
            judgement.ToTable("Judgements");
            judgement.HasKey(row => new { row.RecordedCallId, row.CoachId });
            judgement.Property(row => row.CoachName).HasMaxLength(100);
            judgement.HasOne<RecordedCallRow>().WithMany().HasForeignKey(row => row.RecordedCallId).OnDelete(DeleteBehavior.Cascade);
            judgement.HasIndex(row => new { row.TenantId, row.HandedInAt });
        });
        builder.Entity<RecordingHoldRow>(hold =>
        {
            hold.ToTable("RecordingHolds");
            hold.HasKey(row => row.RecordedCallId);
            hold.Property(row => row.RecordedCallId).ValueGeneratedNever();
            hold.Property(row => row.HeldByName).HasMaxLength(100);
            hold.Property(row => row.Reason).HasMaxLength(300);
            // Not even by mistake: the database refuses to remove what is held.
            hold.HasOne<RecordedCallRow>().WithOne().HasForeignKey<RecordingHoldRow>(row => row.RecordedCallId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<RetentionRow>(rule =>
        {
            rule.ToTable("Retentions");
            rule.HasKey(row => row.TenantId);
            rule.Property(row => row.TenantId).ValueGeneratedNever();
        });
        // Bound to nothing: a line outlives the call and the person that it speaks of.
        builder.Entity<ReviewAuditRow>(line =>
        {
            line.ToTable("ReviewAudit");
            line.Property(row => row.Id).ValueGeneratedNever();
            line.Property(row => row.PersonName).HasMaxLength(100);
            line.HasIndex(row => new { row.TenantId, row.At });
            line.HasIndex(row => row.RecordedCallId);
        });
    }
}
