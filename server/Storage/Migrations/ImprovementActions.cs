using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RealtimeTraining.Server.Storage.Migrations;

/// <summary>What people shall practise until a day.</summary>
[DbContext(typeof(TrainingDb))]
[Migration("20261121233000_ImprovementActions")]
public sealed class ImprovementActions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("ImprovementActions", table => new
        {
            Id = table.Column<Guid>(),
            TenantId = table.Column<Guid>(),
            PersonId = table.Column<Guid>(),
            RecordedCallId = table.Column<Guid>(nullable: true),
            ScenarioId = table.Column<string>(maxLength: 100, nullable: true),
            SetBy = table.Column<Guid>(),
            SetByName = table.Column<string>(maxLength: 100),
            SetAt = table.Column<long>(),
            DueAt = table.Column<long>(),
            DoneAt = table.Column<long>(nullable: true),
            Sealed = table.Column<byte[]>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_ImprovementActions", row => row.Id);
            table.ForeignKey("FK_ImprovementActions_RecordedCalls_RecordedCallId", row => row.RecordedCallId, "RecordedCalls", "Id", onDelete: ReferentialAction.SetNull);
            table.ForeignKey("FK_ImprovementActions_OwnScenarios_ScenarioId", row => row.ScenarioId, "OwnScenarios", "Id", onDelete: ReferentialAction.SetNull);
            table.ForeignKey("FK_ImprovementActions_Users_PersonId", row => row.PersonId, "Users", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_ImprovementActions_PersonId", "ImprovementActions", "PersonId");
        migrationBuilder.CreateIndex("IX_ImprovementActions_RecordedCallId", "ImprovementActions", "RecordedCallId");
        migrationBuilder.CreateIndex("IX_ImprovementActions_ScenarioId", "ImprovementActions", "ScenarioId");
        migrationBuilder.CreateIndex("IX_ImprovementActions_TenantId_DueAt", "ImprovementActions", ["TenantId", "DueAt"]);
    }
}
