using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RealtimeTraining.Server.Storage.Migrations;

[DbContext(typeof(TrainingDb))]
[Migration("20261121190000_AddSupervision")]
public sealed class AddSupervision : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("Supervisions", table => new
        {
            Id = table.Column<Guid>(),
            TenantId = table.Column<Guid>(),
            CallId = table.Column<Guid>(),
            SupervisorId = table.Column<Guid>(),
            SupervisorName = table.Column<string>(maxLength: 100),
            TraineeName = table.Column<string>(maxLength: 100),
            ScenarioTitle = table.Column<string>(maxLength: 200),
            Act = table.Column<string>(maxLength: 40),
            StartedAt = table.Column<long>(),
            AtMs = table.Column<int>(),
            EndedAt = table.Column<long>(nullable: true),
            EndedBecause = table.Column<string>(maxLength: 40, nullable: true),
        }, constraints: table => table.PrimaryKey("PK_Supervisions", row => row.Id));
        migrationBuilder.CreateIndex("IX_Supervisions_TenantId_StartedAt", "Supervisions", ["TenantId", "StartedAt"]);
        migrationBuilder.CreateIndex("IX_Supervisions_CallId", "Supervisions", "CallId");
        migrationBuilder.CreateIndex("IX_Supervisions_EndedAt", "Supervisions", "EndedAt");

        migrationBuilder.CreateTable("SupervisionPolicies", table => new
        {
            TenantId = table.Column<Guid>(),
            ShowListening = table.Column<bool>(),
            ChangedBy = table.Column<Guid>(),
            ChangedAt = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_SupervisionPolicies", row => row.TenantId));
    }
}
