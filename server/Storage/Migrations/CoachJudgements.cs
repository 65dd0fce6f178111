using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RealtimeTraining.Server.Storage.Migrations;

/// <summary>What coaches make of recorded calls.</summary>
[DbContext(typeof(TrainingDb))]
[Migration("20261121210000_CoachJudgements")]
public sealed class CoachJudgements : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Judgements", table => new
        {
            RecordedCallId = table.Column<Guid>(),
            CoachId = table.Column<Guid>(),
            TenantId = table.Column<Guid>(),
            CoachName = table.Column<string>(maxLength: 100),
            ChangedAt = table.Column<long>(),
            HandedInAt = table.Column<long>(nullable: true),
            Sealed = table.Column<byte[]>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Judgements", row => new { row.RecordedCallId, row.CoachId });
            table.ForeignKey("FK_Judgements_RecordedCalls_RecordedCallId", row => row.RecordedCallId, "RecordedCalls", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_Judgements_TenantId_HandedInAt", "Judgements", ["TenantId", "HandedInAt"]);
    }
}
