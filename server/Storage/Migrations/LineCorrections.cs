using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RealtimeTraining.Server.Storage.Migrations;

/// <summary>What people put right in what a recogniser wrote down of a recorded call.</summary>
[DbContext(typeof(TrainingDb))]
[Migration("20261121204000_LineCorrections")]
public sealed class LineCorrections : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable("LineCorrections", table => new
        {
            RecordedCallId = table.Column<Guid>(),
            Line = table.Column<int>(),
            Version = table.Column<int>(),
            TenantId = table.Column<Guid>(),
            At = table.Column<long>(),
            PersonId = table.Column<Guid>(),
            PersonName = table.Column<string>(maxLength: 100),
            Sealed = table.Column<byte[]>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_LineCorrections", row => new { row.RecordedCallId, row.Line, row.Version });
            table.ForeignKey("FK_LineCorrections_RecordedLines_RecordedCallId_Line", row => new { row.RecordedCallId, row.Line }, "RecordedLines", ["RecordedCallId", "Number"], onDelete: ReferentialAction.Cascade);
        });
}
