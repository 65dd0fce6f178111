using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RealtimeTraining.Server.Storage.Migrations;

/// <summary>Who did what with recorded real calls.</summary>
[DbContext(typeof(TrainingDb))]
[Migration("20261121190000_RecordedCallAudit")]
public sealed class RecordedCallAudit : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // No foreign keys: a line outlives the call and the person that it speaks of.
        migrationBuilder.CreateTable("ReviewAudit", table => new
        {
            Id = table.Column<Guid>(),
            TenantId = table.Column<Guid>(),
            At = table.Column<long>(),
            PersonId = table.Column<Guid>(),
            PersonName = table.Column<string>(maxLength: 100),
            Deed = table.Column<string>(maxLength: 40),
            RecordedCallId = table.Column<Guid>(),
        }, constraints: table => table.PrimaryKey("PK_ReviewAudit", row => row.Id));
        migrationBuilder.CreateIndex("IX_ReviewAudit_TenantId_At", "ReviewAudit", ["TenantId", "At"]);
        migrationBuilder.CreateIndex("IX_ReviewAudit_RecordedCallId", "ReviewAudit", "RecordedCallId");
    }
}
