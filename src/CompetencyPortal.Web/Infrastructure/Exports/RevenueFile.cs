using CompetencyPortal.Data.Entities;
using CompetencyPortal.Web.Infrastructure.Listing;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Infrastructure.Exports;

/// <summary>Revenue lines as a file, in the columns that the import reads.</summary>
public static class RevenueFile
{
    private static readonly string[] WithAmounts = ["reference", "customer", "customerCode", "product", "date", "amount", "netNew"];

    /// <summary>The lines, in their order.</summary>
    /// <param name="lines">Which ones.</param>
    /// <param name="withAmounts">Whether the reader may see amounts; without leave there is no such column.</param>
    public static CsvList Of(IQueryable<RevenueLine> lines, bool withAmounts)
    {
        var rows = lines
            .Select(line => new Row(line.Reference, line.Customer!.Name, line.Customer.Code, line.Product.Value, line.Date, withAmounts ? line.Amount : null, line.NetNew))
            .AsAsyncEnumerable();
        return withAmounts
            ? new CsvList(WithAmounts, rows.Select(row => new object?[] { row.Reference?.Value, row.Customer, row.Code?.Value, row.Product, row.Date, row.Amount, row.NetNew }))
            : new CsvList(
                ColumnsOf(withAmounts),
                rows.Select(row => new object?[] { row.Reference?.Value, row.Customer, row.Code?.Value, row.Product, row.Date, row.NetNew }));
    }

    /// <summary>The names of its columns.</summary>
    public static IReadOnlyList<string> ColumnsOf(bool withAmounts) => [.. WithAmounts.Where(column => withAmounts || column is not "amount")];

    private sealed record Row(OwnReference? Reference, string Customer, OwnReference? Code, string Product, DateOnly Date, decimal? Amount, bool NetNew);
}
