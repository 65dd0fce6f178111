using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Accounts;
using RealtimeTraining.Server.Reviews;

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
    }
}
