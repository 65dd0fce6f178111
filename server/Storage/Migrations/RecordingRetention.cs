using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RealtimeTraining.Server.Storage.Migrations;

/// <summary>How long recorded calls are kept, and which of them must not be removed.</summary>
[DbContext(typeof(TrainingDb))]
[Migration("20261121205000_RecordingRetention")]
public sealed class RecordingRetention : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("RecordingHolds", table => new
        {
            RecordedCallId = table.Column<Guid>(),
            TenantId = table.Column<Guid>(),
            HeldBy = table.Column<Guid>(),
            HeldByName = table.Column<string>(maxLength: 100),
            HeldAt = table.Column<long>(),
            Reason = table.Column<string>(maxLength: 300),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_RecordingHolds", row => row.RecordedCallId);
            table.ForeignKey("FK_RecordingHolds_RecordedCalls_RecordedCallId", row => row.RecordedCallId, "RecordedCalls", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateTable("Retentions", table => new
        {
            TenantId = table.Column<Guid>(),
            KeepDays = table.Column<int>(nullable: true),
            ChangedBy = table.Column<Guid>(),
            ChangedAt = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_Retentions", row => row.TenantId));
    }
}
