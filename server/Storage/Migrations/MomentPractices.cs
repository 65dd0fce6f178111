using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RealtimeTraining.Server.Storage.Migrations;

/// <summary>Moments of recorded calls that become practice calls, the scenarios made of them, and who shall practise them.</summary>
[DbContext(typeof(TrainingDb))]
[Migration("20261121203000_MomentPractices")]
public sealed class MomentPractices : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("OwnScenarios", table => new
        {
            Id = table.Column<string>(maxLength: 100),
            TenantId = table.Column<Guid>(),
            Title = table.Column<string>(maxLength: 200),
            Json = table.Column<string>(),
            MadeBy = table.Column<Guid>(),
            ChangedAt = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_OwnScenarios", row => row.Id);
            table.ForeignKey("FK_OwnScenarios_Users_MadeBy", row => row.MadeBy, "Users", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_OwnScenarios_MadeBy", "OwnScenarios", "MadeBy");
        migrationBuilder.CreateIndex("IX_OwnScenarios_TenantId", "OwnScenarios", "TenantId");

        migrationBuilder.CreateTable("Assignments", table => new
        {
            Id = table.Column<Guid>(),
            TenantId = table.Column<Guid>(),
            ScenarioId = table.Column<string>(maxLength: 100),
            PersonId = table.Column<Guid>(),
            AssignedBy = table.Column<Guid>(),
            AssignedByName = table.Column<string>(maxLength: 100),
            AssignedAt = table.Column<long>(),
            DueAt = table.Column<long>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Assignments", row => row.Id);
            table.ForeignKey("FK_Assignments_OwnScenarios_ScenarioId", row => row.ScenarioId, "OwnScenarios", "Id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_Assignments_Users_PersonId", row => row.PersonId, "Users", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_Assignments_ScenarioId_PersonId", "Assignments", ["ScenarioId", "PersonId"], unique: true);
        migrationBuilder.CreateIndex("IX_Assignments_PersonId", "Assignments", "PersonId");

        migrationBuilder.CreateTable("MomentPractices", table => new
        {
            Id = table.Column<Guid>(),
            TenantId = table.Column<Guid>(),
            RecordedCallId = table.Column<Guid>(),
            Line = table.Column<int>(),
            Sealed = table.Column<byte[]>(),
            MadeByName = table.Column<string>(maxLength: 100),
            MadeAt = table.Column<long>(),
            Published = table.Column<bool>(),
            CheckedByName = table.Column<string>(maxLength: 100, nullable: true),
            CheckedAt = table.Column<long>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_MomentPractices", row => row.Id);
            table.ForeignKey("FK_MomentPractices_RecordedCalls_RecordedCallId", row => row.RecordedCallId, "RecordedCalls", "Id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_MomentPractices_RecordedCallId_Line", "MomentPractices", ["RecordedCallId", "Line"], unique: true);
    }
}
