using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RealtimeTraining.Server.Storage.Migrations;

/// <summary>Recorded calls of one channel whose voices were told apart.</summary>
[DbContext(typeof(TrainingDb))]
[Migration("20261122001500_RecordedCallVoices")]
public sealed class RecordedCallVoices : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<bool>("ByVoice", "RecordedCalls", defaultValue: false);
}
