using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using RealtimeTraining.Server.Accounts;

namespace RealtimeTraining.Server.Storage.Migrations;

/// <summary>
/// Written by hand and free of column types, so that it fits every store: each maps the .NET type in its own way.
/// A test holds that it makes the same tables as the model.
/// </summary>
[DbContext(typeof(TrainingDb))]
[Migration("20261121000000_Initial")]
public sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        People(migrationBuilder);
        WhatIdentityKeepsOfPeople(migrationBuilder);
        Calls(migrationBuilder);
        WhatHangsOnCalls(migrationBuilder);
    }

    private static void People(MigrationBuilder migration)
    {
        migration.CreateTable("Tenants", table => new
        {
            Id = table.Column<Guid>(),
            Name = table.Column<string>(maxLength: 200),
        }, constraints: table => table.PrimaryKey("PK_Tenants", row => row.Id));

        migration.CreateTable("Users", table => new
        {
            Id = table.Column<Guid>(),
            TenantId = table.Column<Guid>(),
            DisplayName = table.Column<string>(maxLength: 100),
            UserName = table.Column<string>(maxLength: 256, nullable: true),
            NormalizedUserName = table.Column<string>(maxLength: 256, nullable: true),
            Email = table.Column<string>(maxLength: 256, nullable: true),
            NormalizedEmail = table.Column<string>(maxLength: 256, nullable: true),
            EmailConfirmed = table.Column<bool>(),
            PasswordHash = table.Column<string>(maxLength: 500, nullable: true),
            SecurityStamp = table.Column<string>(maxLength: 100, nullable: true),
            ConcurrencyStamp = table.Column<string>(maxLength: 100, nullable: true),
            PhoneNumber = table.Column<string>(maxLength: 50, nullable: true),
            PhoneNumberConfirmed = table.Column<bool>(),
            TwoFactorEnabled = table.Column<bool>(),
            LockoutEnd = table.Column<long>(nullable: true),
            LockoutEnabled = table.Column<bool>(),
            AccessFailedCount = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Users", row => row.Id);
            table.ForeignKey("FK_Users_Tenants_TenantId", row => row.TenantId, "Tenants", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("EmailIndex", "Users", "NormalizedEmail");
        migration.CreateIndex("UserNameIndex", "Users", "NormalizedUserName", unique: true);
        migration.CreateIndex("IX_Users_TenantId", "Users", "TenantId");

        migration.CreateTable("Roles", table => new
        {
            Id = table.Column<Guid>(),
            Name = table.Column<string>(maxLength: 256, nullable: true),
            NormalizedName = table.Column<string>(maxLength: 256, nullable: true),
            ConcurrencyStamp = table.Column<string>(maxLength: 100, nullable: true),
        }, constraints: table => table.PrimaryKey("PK_Roles", row => row.Id));
        migration.CreateIndex("RoleNameIndex", "Roles", "NormalizedName", unique: true);

        migration.CreateTable("UserRoles", table => new
        {
            UserId = table.Column<Guid>(),
            RoleId = table.Column<Guid>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_UserRoles", row => new { row.UserId, row.RoleId });
            table.ForeignKey("FK_UserRoles_Users_UserId", row => row.UserId, "Users", "Id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_UserRoles_Roles_RoleId", row => row.RoleId, "Roles", "Id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_UserRoles_RoleId", "UserRoles", "RoleId");

        foreach (var role in Roles.All)
        {
            // Upper case is how SQLite keeps a Guid; PostgreSQL takes either.
            migration.Sql($"""
                INSERT INTO "Roles" ("Id", "ConcurrencyStamp", "Name", "NormalizedName")
                VALUES ('{role.Id.ToString().ToUpperInvariant()}', '{role.Id}', '{role.Name}', '{role.NormalizedName}');
                """);
        }
    }

    private static void WhatIdentityKeepsOfPeople(MigrationBuilder migration)
    {
        migration.CreateTable("UserClaims", table => new
        {
            Id = table.Column<int>().Generated(),
            UserId = table.Column<Guid>(),
            ClaimType = table.Column<string>(maxLength: 200, nullable: true),
            ClaimValue = table.Column<string>(maxLength: 1000, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_UserClaims", row => row.Id);
            table.ForeignKey("FK_UserClaims_Users_UserId", row => row.UserId, "Users", "Id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_UserClaims_UserId", "UserClaims", "UserId");

        migration.CreateTable("RoleClaims", table => new
        {
            Id = table.Column<int>().Generated(),
            RoleId = table.Column<Guid>(),
            ClaimType = table.Column<string>(maxLength: 200, nullable: true),
            ClaimValue = table.Column<string>(maxLength: 1000, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_RoleClaims", row => row.Id);
            table.ForeignKey("FK_RoleClaims_Roles_RoleId", row => row.RoleId, "Roles", "Id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_RoleClaims_RoleId", "RoleClaims", "RoleId");

        migration.CreateTable("UserLogins", table => new
        {
            LoginProvider = table.Column<string>(maxLength: 128),
            ProviderKey = table.Column<string>(maxLength: 128),
            ProviderDisplayName = table.Column<string>(maxLength: 200, nullable: true),
            UserId = table.Column<Guid>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_UserLogins", row => new { row.LoginProvider, row.ProviderKey });
            table.ForeignKey("FK_UserLogins_Users_UserId", row => row.UserId, "Users", "Id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_UserLogins_UserId", "UserLogins", "UserId");

        migration.CreateTable("UserTokens", table => new
        {
            UserId = table.Column<Guid>(),
            LoginProvider = table.Column<string>(maxLength: 128),
            Name = table.Column<string>(maxLength: 128),
            Value = table.Column<string>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_UserTokens", row => new { row.UserId, row.LoginProvider, row.Name });
            table.ForeignKey("FK_UserTokens_Users_UserId", row => row.UserId, "Users", "Id", onDelete: ReferentialAction.Cascade);
        });
    }

    private static void Calls(MigrationBuilder migration)
    {
        migration.CreateTable("Calls", table => new
        {
            Id = table.Column<Guid>(),
            TenantId = table.Column<Guid>(),
            TraineeId = table.Column<Guid>(),
            ScenarioId = table.Column<string>(maxLength: 100),
            ScenarioJson = table.Column<string>(),
            ScenarioTitle = table.Column<string>(maxLength: 200),
            ScenarioType = table.Column<string>(maxLength: 40),
            PatientName = table.Column<string>(maxLength: 100),
            Difficulty = table.Column<string>(maxLength: 40),
            Seed = table.Column<int>(),
            StartedAt = table.Column<long>(),
            Status = table.Column<string>(maxLength: 40),
            DurationMs = table.Column<int>(),
            EndReason = table.Column<string>(maxLength: 40, nullable: true),
            Overall = table.Column<int>(nullable: true),
            Outcome = table.Column<string>(maxLength: 40, nullable: true),
            RecordingFile = table.Column<string>(maxLength: 200, nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Calls", row => row.Id);
            table.ForeignKey("FK_Calls_Users_TraineeId", row => row.TraineeId, "Users", "Id", onDelete: ReferentialAction.Restrict);
        });
        migration.CreateIndex("IX_Calls_TraineeId_StartedAt", "Calls", ["TraineeId", "StartedAt"]);
        migration.CreateIndex("IX_Calls_TraineeId_ScenarioId", "Calls", ["TraineeId", "ScenarioId"]);
        migration.CreateIndex("IX_Calls_TenantId_StartedAt", "Calls", ["TenantId", "StartedAt"]);
        migration.CreateIndex("IX_Calls_Status", "Calls", "Status");

        migration.CreateTable("Phrasings", table => new
        {
            Id = table.Column<Guid>(),
            TenantId = table.Column<Guid>(),
            ScenarioId = table.Column<string>(maxLength: 100),
            Act = table.Column<string>(maxLength: 40),
            Topic = table.Column<string>(maxLength: 100, nullable: true),
            Text = table.Column<string>(maxLength: 1000),
            AddedBy = table.Column<Guid>(),
            AddedAt = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_Phrasings", row => row.Id));
        migration.CreateIndex("IX_Phrasings_TenantId_ScenarioId", "Phrasings", ["TenantId", "ScenarioId"]);
    }

    private static void WhatHangsOnCalls(MigrationBuilder migration)
    {
        migration.CreateTable("CallEvents", table => new
        {
            CallId = table.Column<Guid>(),
            Seq = table.Column<long>(),
            TenantId = table.Column<Guid>(),
            AtMs = table.Column<int>(),
            Type = table.Column<string>(maxLength: 50),
            Json = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_CallEvents", row => new { row.CallId, row.Seq });
            table.ForeignKey("FK_CallEvents_Calls_CallId", row => row.CallId, "Calls", "Id", onDelete: ReferentialAction.Cascade);
        });

        migration.CreateTable("Debriefs", table => new
        {
            CallId = table.Column<Guid>(),
            TenantId = table.Column<Guid>(),
            Json = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Debriefs", row => row.CallId);
            table.ForeignKey("FK_Debriefs_Calls_CallId", row => row.CallId, "Calls", "Id", onDelete: ReferentialAction.Cascade);
        });

        migration.CreateTable("CategoryScores", table => new
        {
            CallId = table.Column<Guid>(),
            Category = table.Column<string>(maxLength: 40),
            TenantId = table.Column<Guid>(),
            TraineeId = table.Column<Guid>(),
            At = table.Column<long>(),
            Score = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_CategoryScores", row => new { row.CallId, row.Category });
            table.ForeignKey("FK_CategoryScores_Calls_CallId", row => row.CallId, "Calls", "Id", onDelete: ReferentialAction.Cascade);
        });
        migration.CreateIndex("IX_CategoryScores_TraineeId_At", "CategoryScores", ["TraineeId", "At"]);
    }
}
