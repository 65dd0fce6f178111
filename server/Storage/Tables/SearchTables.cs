using Microsoft.EntityFrameworkCore;
using RealtimeTraining.Server.Reviews;

namespace RealtimeTraining.Server.Storage.Tables;

/// <summary>The index of recorded calls. It goes with the recording.</summary>
internal static class SearchTables
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<SearchedCallRow>(call =>
        {
            call.ToTable("SearchedCalls");
            call.HasKey(row => row.RecordedCallId);
            call.Property(row => row.RecordedCallId).ValueGeneratedNever();
            call.HasOne<RecordedCallRow>().WithOne().HasForeignKey<SearchedCallRow>(row => row.RecordedCallId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<SearchWordRow>(word =>
        {
            word.ToTable("SearchWords");
            word.HasKey(row => new { row.RecordedCallId, row.Word });
            word.Property(row => row.Word).ValueGeneratedNever();
            word.HasOne<SearchedCallRow>().WithMany().HasForeignKey(row => row.RecordedCallId).OnDelete(DeleteBehavior.Cascade);
            word.HasIndex(row => new { row.TenantId, row.Word });
        });
        builder.Entity<SearchMomentRow>(moment =>
        {
            moment.ToTable("SearchMoments");
            moment.HasKey(row => new { row.RecordedCallId, row.Number });
            moment.Property(row => row.Number).ValueGeneratedNever();
            moment.HasOne<SearchedCallRow>().WithMany().HasForeignKey(row => row.RecordedCallId).OnDelete(DeleteBehavior.Cascade);
            moment.HasIndex(row => new { row.TenantId, row.Badness });
        });
    }
}
