using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CompetencyPortal.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class RevenueLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RevenueLines_PartnerId_CustomerId",
                table: "RevenueLines");

            migrationBuilder.CreateIndex(
                name: "IX_RevenueLines_PartnerId_Amount_Id",
                table: "RevenueLines",
                columns: new[] { "PartnerId", "Amount", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RevenueLines_PartnerId_CustomerId_Id",
                table: "RevenueLines",
                columns: new[] { "PartnerId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RevenueLines_PartnerId_NetNew_Id",
                table: "RevenueLines",
                columns: new[] { "PartnerId", "NetNew", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RevenueLines_PartnerId_Product_Id",
                table: "RevenueLines",
                columns: new[] { "PartnerId", "Product", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_PartnerId_Name",
                table: "Customers",
                columns: new[] { "PartnerId", "Name" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RevenueLines_PartnerId_Amount_Id",
                table: "RevenueLines");

            migrationBuilder.DropIndex(
                name: "IX_RevenueLines_PartnerId_CustomerId_Id",
                table: "RevenueLines");

            migrationBuilder.DropIndex(
                name: "IX_RevenueLines_PartnerId_NetNew_Id",
                table: "RevenueLines");

            migrationBuilder.DropIndex(
                name: "IX_RevenueLines_PartnerId_Product_Id",
                table: "RevenueLines");

            migrationBuilder.DropIndex(
                name: "IX_Customers_PartnerId_Name",
                table: "Customers");

            migrationBuilder.CreateIndex(
                name: "IX_RevenueLines_PartnerId_CustomerId",
                table: "RevenueLines",
                columns: new[] { "PartnerId", "CustomerId" });
        }
    }
}
