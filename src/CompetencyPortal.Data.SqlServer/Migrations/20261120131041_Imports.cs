using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CompetencyPortal.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Imports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Imports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "nchar(64)", fixedLength: true, maxLength: 64, nullable: false),
                    Settings = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    StartedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: false),
                    FactsVersion = table.Column<long>(type: "bigint", nullable: true),
                    RulebookVersion = table.Column<long>(type: "bigint", nullable: true),
                    NewRows = table.Column<int>(type: "int", nullable: false),
                    ChangedRows = table.Column<int>(type: "int", nullable: false),
                    UnchangedRows = table.Column<int>(type: "int", nullable: false),
                    RefusedRows = table.Column<int>(type: "int", nullable: false),
                    LeavesOutRefused = table.Column<bool>(type: "bit", nullable: false),
                    FactsChanged = table.Column<bool>(type: "bit", nullable: false),
                    Done = table.Column<long>(type: "bigint", nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    Worker = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Heartbeat = table.Column<DateTimeOffset>(type: "datetimeoffset(6)", precision: 6, nullable: true),
                    Problem = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Effect = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Imports", x => x.Id);
                    table.UniqueConstraint("AK_Imports_PartnerId_Id", x => new { x.PartnerId, x.Id });
                    table.CheckConstraint("CK_Imports_Kind", "[Kind] IN ('Revenue', 'Customers', 'People')");
                    table.CheckConstraint("CK_Imports_State", "[State] IN ('NeedsColumns', 'Waiting', 'Checking', 'Checked', 'Unreadable', 'Confirmed', 'Storing', 'Stored', 'Cancelled', 'Failed')");
                    table.ForeignKey(
                        name: "FK_Imports_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportChunks",
                columns: table => new
                {
                    PartnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportChunks", x => new { x.PartnerId, x.ImportId, x.Number });
                    table.ForeignKey(
                        name: "FK_ImportChunks_Imports_PartnerId_ImportId",
                        columns: x => new { x.PartnerId, x.ImportId },
                        principalTable: "Imports",
                        principalColumns: new[] { "PartnerId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ImportRows",
                columns: table => new
                {
                    PartnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Line = table.Column<int>(type: "int", nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Errors = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Changes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Cells = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Identity = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Content = table.Column<long>(type: "bigint", nullable: true),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SubjectOutcome = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    SubjectVersion = table.Column<int>(type: "int", nullable: true),
                    TargetId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    TargetOutcome = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    TargetVersion = table.Column<int>(type: "int", nullable: true),
                    Reference = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    Product = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Date = table.Column<DateOnly>(type: "date", nullable: true),
                    Amount = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: true),
                    NetNew = table.Column<bool>(type: "bit", nullable: true),
                    Association = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Credential = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportRows", x => new { x.PartnerId, x.ImportId, x.Number });
                    table.CheckConstraint("CK_ImportRows_Association", "[Association] IN ('DigitalPartnerOfRecord', 'DelegatedAdministrator', 'TransactingPartner', 'FastTrackPartner')");
                    table.CheckConstraint("CK_ImportRows_Outcome", "[Outcome] IN ('New', 'Changed', 'Unchanged', 'Refused')");
                    table.CheckConstraint("CK_ImportRows_SubjectOutcome", "[SubjectOutcome] IN ('New', 'Changed', 'Unchanged', 'Refused')");
                    table.CheckConstraint("CK_ImportRows_TargetOutcome", "[TargetOutcome] IN ('New', 'Changed', 'Unchanged', 'Refused')");
                    table.ForeignKey(
                        name: "FK_ImportRows_Imports_PartnerId_ImportId",
                        columns: x => new { x.PartnerId, x.ImportId },
                        principalTable: "Imports",
                        principalColumns: new[] { "PartnerId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ImportRows_PartnerId_ImportId_Outcome_Number",
                table: "ImportRows",
                columns: new[] { "PartnerId", "ImportId", "Outcome", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Imports_ExpiresAt",
                table: "Imports",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_Imports_State_Heartbeat",
                table: "Imports",
                columns: new[] { "State", "Heartbeat" });

            GrantRights(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ImportChunks");

            migrationBuilder.DropTable(
                name: "ImportRows");

            migrationBuilder.DropTable(
                name: "Imports");
        }
    }
}
