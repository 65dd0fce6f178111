using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RealtimeTraining.Server.Storage.Migrations;

/// <summary>When each coach first looked at what a calibration showed.</summary>
[DbContext(typeof(TrainingDb))]
[Migration("20261122033000_CalibrationResultsSeen")]
public sealed class CalibrationResultsSeen : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<long>("ResultsSeenAt", "CalibrationCoaches", nullable: true);
}
