using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RealtimeTraining.Server.Storage.Migrations;

/// <summary>Recorded calls that their member of staff may read.</summary>
[DbContext(typeof(TrainingDb))]
[Migration("20261121231000_SharedReviews")]
public sealed class SharedReviews : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("SharedReviews", table => new
        {
            RecordedCallId = table.Column<Guid>(),
            TenantId = table.Column<Guid>(),
            StaffId = table.Column<Guid>(),
            SharedBy = table.Column<Guid>(),
            SharedByName = table.Column<string>(maxLength: 100),
            SharedAt = table.Column<long>(),
            SeenAt = table.Column<long>(nullable: true),
            Sealed = table.Column<byte[]>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_SharedReviews", row => row.RecordedCallId);
            table.ForeignKey("FK_SharedReviews_RecordedCalls_RecordedCallId", row => row.RecordedCallId, "RecordedCalls", "Id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_SharedReviews_Users_StaffId", row => row.StaffId, "Users", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_SharedReviews_StaffId", "SharedReviews", "StaffId");
    }
}
