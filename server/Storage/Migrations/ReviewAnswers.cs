using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RealtimeTraining.Server.Storage.Migrations;

/// <summary>What members of staff answer to reviews that are shared with them, and what coaches reply.</summary>
[DbContext(typeof(TrainingDb))]
[Migration("20261121232000_ReviewAnswers")]
public sealed class ReviewAnswers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("ReviewAnswers", table => new
        {
            Id = table.Column<Guid>(),
            TenantId = table.Column<Guid>(),
            RecordedCallId = table.Column<Guid>(),
            StaffId = table.Column<Guid>(),
            StaffName = table.Column<string>(maxLength: 100),
            At = table.Column<long>(),
            About = table.Column<string>(maxLength: 40),
            Category = table.Column<string>(maxLength: 40, nullable: true),
            AtMs = table.Column<int>(nullable: true),
            State = table.Column<string>(maxLength: 40),
            Sealed = table.Column<byte[]>(),
            RepliedAt = table.Column<long>(nullable: true),
            RepliedByName = table.Column<string>(maxLength: 100, nullable: true),
            SealedReply = table.Column<byte[]>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_ReviewAnswers", row => row.Id);
            table.ForeignKey("FK_ReviewAnswers_RecordedCalls_RecordedCallId", row => row.RecordedCallId, "RecordedCalls", "Id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_ReviewAnswers_Users_StaffId", row => row.StaffId, "Users", "Id", onDelete: ReferentialAction.Restrict);
        });
        migrationBuilder.CreateIndex("IX_ReviewAnswers_RecordedCallId", "ReviewAnswers", "RecordedCallId");
        migrationBuilder.CreateIndex("IX_ReviewAnswers_StaffId", "ReviewAnswers", "StaffId");
        migrationBuilder.CreateIndex("IX_ReviewAnswers_TenantId_State", "ReviewAnswers", ["TenantId", "State"]);
    }
}
