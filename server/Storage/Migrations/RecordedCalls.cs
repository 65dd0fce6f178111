using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RealtimeTraining.Server.Storage.Migrations;

/// <summary>Recorded real calls that coaches upload, and what was said in them.</summary>
[DbContext(typeof(TrainingDb))]
[Migration("20261121180000_RecordedCalls")]
public sealed class RecordedCalls : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("RecordedCalls", table => new
        {
            Id = table.Column<Guid>(),
            TenantId = table.Column<Guid>(),
            UploadedBy = table.Column<Guid>(),
            UploadedAt = table.Column<long>(),
            FileName = table.Column<string>(maxLength: 200),
            Bytes = table.Column<long>(),
            Sha256 = table.Column<string>(maxLength: 64, nullable: true),
            StaffId = table.Column<Guid>(nullable: true),
            TakenAt = table.Column<long>(nullable: true),
            Queue = table.Column<string>(maxLength: 100),
            ConsentNoted = table.Column<bool>(),
            Status = table.Column<string>(maxLength: 40),
            Stage = table.Column<string>(maxLength: 40),
            ChangedAt = table.Column<long>(),
            ProblemCode = table.Column<string>(maxLength: 50, nullable: true),
            Problem = table.Column<string>(maxLength: 500, nullable: true),
            Notes = table.Column<string>(maxLength: 2000),
            DurationMs = table.Column<int>(nullable: true),
            Channels = table.Column<int>(nullable: true),
            TwoSided = table.Column<bool>(),
            StaffChannel = table.Column<int>(),
            Engine = table.Column<string>(maxLength: 100, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_RecordedCalls", row => row.Id);
            table.ForeignKey("FK_RecordedCalls_Users_UploadedBy", row => row.UploadedBy, "Users", "Id", onDelete: ReferentialAction.Restrict);
            table.ForeignKey("FK_RecordedCalls_Users_StaffId", row => row.StaffId, "Users", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_RecordedCalls_UploadedBy", "RecordedCalls", "UploadedBy");
        migrationBuilder.CreateIndex("IX_RecordedCalls_StaffId", "RecordedCalls", "StaffId");
        migrationBuilder.CreateIndex("IX_RecordedCalls_TenantId_UploadedAt", "RecordedCalls", ["TenantId", "UploadedAt"]);
        migrationBuilder.CreateIndex("IX_RecordedCalls_TenantId_Sha256", "RecordedCalls", ["TenantId", "Sha256"], unique: true);
        migrationBuilder.CreateIndex("IX_RecordedCalls_Status", "RecordedCalls", "Status");

        migrationBuilder.CreateTable("RecordedLines", table => new
        {
            RecordedCallId = table.Column<Guid>(),
            Number = table.Column<int>(),
            TenantId = table.Column<Guid>(),
            Channel = table.Column<int>(),
            StartMs = table.Column<int>(),
            EndMs = table.Column<int>(),
            Sealed = table.Column<byte[]>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_RecordedLines", row => new { row.RecordedCallId, row.Number });
            table.ForeignKey("FK_RecordedLines_RecordedCalls_RecordedCallId", row => row.RecordedCallId, "RecordedCalls", "Id", onDelete: ReferentialAction.Cascade);
        });
    }
}
