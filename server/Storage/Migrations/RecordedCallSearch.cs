using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RealtimeTraining.Server.Storage.Migrations;

/// <summary>What recorded calls can be found by.</summary>
[DbContext(typeof(TrainingDb))]
[Migration("20261122001000_RecordedCallSearch")]
public sealed class RecordedCallSearch : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("SearchedCalls", table => new
        {
            RecordedCallId = table.Column<Guid>(),
            TenantId = table.Column<Guid>(),
            Version = table.Column<int>(),
            StaffChannel = table.Column<int>(),
            Corrections = table.Column<int>(),
            Overall = table.Column<int>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_SearchedCalls", row => row.RecordedCallId);
            table.ForeignKey("FK_SearchedCalls_RecordedCalls_RecordedCallId", row => row.RecordedCallId, "RecordedCalls", "Id", onDelete: ReferentialAction.Cascade);
        });

        migrationBuilder.CreateTable("SearchWords", table => new
        {
            RecordedCallId = table.Column<Guid>(),
            Word = table.Column<long>(),
            TenantId = table.Column<Guid>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_SearchWords", row => new { row.RecordedCallId, row.Word });
            table.ForeignKey("FK_SearchWords_SearchedCalls_RecordedCallId", row => row.RecordedCallId, "SearchedCalls", "RecordedCallId", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_SearchWords_TenantId_Word", "SearchWords", ["TenantId", "Word"]);

        migrationBuilder.CreateTable("SearchMoments", table => new
        {
            RecordedCallId = table.Column<Guid>(),
            Number = table.Column<int>(),
            TenantId = table.Column<Guid>(),
            Kind = table.Column<string>(maxLength: 40),
            StartMs = table.Column<int>(),
            Badness = table.Column<double>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_SearchMoments", row => new { row.RecordedCallId, row.Number });
            table.ForeignKey("FK_SearchMoments_SearchedCalls_RecordedCallId", row => row.RecordedCallId, "SearchedCalls", "RecordedCallId", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_SearchMoments_TenantId_Badness", "SearchMoments", ["TenantId", "Badness"]);
    }
}
