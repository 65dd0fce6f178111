using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RealtimeTraining.Server.Storage.Migrations;

/// <summary>Recordings that several coaches judge blind, and the scores that they settle on.</summary>
[DbContext(typeof(TrainingDb))]
[Migration("20261121234000_CoachCalibrations")]
public sealed class CoachCalibrations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Calibrations", table => new
        {
            Id = table.Column<Guid>(),
            TenantId = table.Column<Guid>(),
            Title = table.Column<string>(maxLength: 100),
            MadeBy = table.Column<Guid>(),
            MadeByName = table.Column<string>(maxLength: 100),
            MadeAt = table.Column<long>(),
            ClosedAt = table.Column<long>(nullable: true),
            ClosedByName = table.Column<string>(maxLength: 100, nullable: true),
        }, constraints: table => table.PrimaryKey("PK_Calibrations", row => row.Id));
        migrationBuilder.CreateIndex("IX_Calibrations_TenantId_MadeAt", "Calibrations", ["TenantId", "MadeAt"]);

        migrationBuilder.CreateTable("CalibrationCalls", table => new
        {
            CalibrationId = table.Column<Guid>(),
            RecordedCallId = table.Column<Guid>(),
            TenantId = table.Column<Guid>(),
            Number = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_CalibrationCalls", row => new { row.CalibrationId, row.RecordedCallId });
            table.ForeignKey("FK_CalibrationCalls_Calibrations_CalibrationId", row => row.CalibrationId, "Calibrations", "Id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_CalibrationCalls_RecordedCalls_RecordedCallId", row => row.RecordedCallId, "RecordedCalls", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_CalibrationCalls_RecordedCallId", "CalibrationCalls", "RecordedCallId");

        migrationBuilder.CreateTable("CalibrationCoaches", table => new
        {
            CalibrationId = table.Column<Guid>(),
            CoachId = table.Column<Guid>(),
            TenantId = table.Column<Guid>(),
            CoachName = table.Column<string>(maxLength: 100),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_CalibrationCoaches", row => new { row.CalibrationId, row.CoachId });
            table.ForeignKey("FK_CalibrationCoaches_Calibrations_CalibrationId", row => row.CalibrationId, "Calibrations", "Id", onDelete: ReferentialAction.Cascade);
        });

        migrationBuilder.CreateTable("AgreedScores", table => new
        {
            CalibrationId = table.Column<Guid>(),
            RecordedCallId = table.Column<Guid>(),
            Category = table.Column<string>(maxLength: 40),
            TenantId = table.Column<Guid>(),
            Score = table.Column<int>(),
            ByName = table.Column<string>(maxLength: 100),
            At = table.Column<long>(),
            Sealed = table.Column<byte[]>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_AgreedScores", row => new { row.CalibrationId, row.RecordedCallId, row.Category });
            table.ForeignKey("FK_AgreedScores_CalibrationCalls_CalibrationId_RecordedCallId", row => new { row.CalibrationId, row.RecordedCallId },
                "CalibrationCalls", ["CalibrationId", "RecordedCallId"], onDelete: ReferentialAction.Cascade);
        });
    }
}
