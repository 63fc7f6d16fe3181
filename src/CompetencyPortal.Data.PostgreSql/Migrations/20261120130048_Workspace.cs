using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CompetencyPortal.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Workspace : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RevenueLines_PartnerId_Date",
                table: "RevenueLines");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PreviousVisitAt",
                table: "UserSessions",
                type: "timestamp(6) with time zone",
                precision: 6,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LastVisitAt",
                table: "Users",
                type: "timestamp(6) with time zone",
                precision: 6,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reference",
                table: "RevenueLines",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReferenceKey",
                table: "RevenueLines",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Email",
                table: "People",
                type: "character varying(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EmailKey",
                table: "People",
                type: "character varying(254)",
                maxLength: 254,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Code",
                table: "Customers",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CodeKey",
                table: "Customers",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            FillKeys(migrationBuilder);

            migrationBuilder.CreateTable(
                name: "BulkChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PartnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: false),
                    Act = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OccurredAt = table.Column<DateTimeOffset>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    Lines = table.Column<int>(type: "integer", nullable: false),
                    Before = table.Column<string>(type: "text", nullable: false),
                    UndoneAt = table.Column<DateTimeOffset>(type: "timestamp(6) with time zone", precision: 6, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkChanges", x => x.Id);
                    table.CheckConstraint("CK_BulkChanges_Act", "\"Act\" IN ('Edited', 'Deleted')");
                    table.ForeignKey(
                        name: "FK_BulkChanges_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RevenueLines_PartnerId_Date_Id",
                table: "RevenueLines",
                columns: new[] { "PartnerId", "Date", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RevenueLines_PartnerId_ReferenceKey",
                table: "RevenueLines",
                columns: new[] { "PartnerId", "ReferenceKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_People_PartnerId_EmailKey",
                table: "People",
                columns: new[] { "PartnerId", "EmailKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Customers_PartnerId_CodeKey",
                table: "Customers",
                columns: new[] { "PartnerId", "CodeKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_PartnerId_EntityId_OccurredAt",
                table: "AuditEvents",
                columns: new[] { "PartnerId", "EntityId", "OccurredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_BulkChanges_ExpiresAt",
                table: "BulkChanges",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_BulkChanges_PartnerId",
                table: "BulkChanges",
                column: "PartnerId");

            GrantRights(migrationBuilder);
            SecureRows(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BulkChanges");

            migrationBuilder.DropIndex(
                name: "IX_RevenueLines_PartnerId_Date_Id",
                table: "RevenueLines");

            migrationBuilder.DropIndex(
                name: "IX_RevenueLines_PartnerId_ReferenceKey",
                table: "RevenueLines");

            migrationBuilder.DropIndex(
                name: "IX_People_PartnerId_EmailKey",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_Customers_PartnerId_CodeKey",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_PartnerId_EntityId_OccurredAt",
                table: "AuditEvents");

            migrationBuilder.DropColumn(
                name: "PreviousVisitAt",
                table: "UserSessions");

            migrationBuilder.DropColumn(
                name: "LastVisitAt",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "Reference",
                table: "RevenueLines");

            migrationBuilder.DropColumn(
                name: "ReferenceKey",
                table: "RevenueLines");

            migrationBuilder.DropColumn(
                name: "Email",
                table: "People");

            migrationBuilder.DropColumn(
                name: "EmailKey",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Code",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "CodeKey",
                table: "Customers");

            migrationBuilder.CreateIndex(
                name: "IX_RevenueLines_PartnerId_Date",
                table: "RevenueLines",
                columns: new[] { "PartnerId", "Date" });
        }
    }
}
