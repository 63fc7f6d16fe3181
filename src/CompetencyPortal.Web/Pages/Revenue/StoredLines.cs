using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Listing;
using CompetencyPortal.Data.Revenue;
using CompetencyPortal.Web.Infrastructure.Exports;
using CompetencyPortal.Web.Infrastructure.Listing;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Revenue;

/// <summary>Lines that the database itself can tell from the others.</summary>
/// <param name="lines">The lines.</param>
/// <param name="withAmounts">Whether the reader may see amounts.</param>
internal sealed class StoredLines(IQueryable<RevenueLine> lines, bool withAmounts) : LineList
{
    public override Task<LineSums> SumAsync(CancellationToken cancellationToken) => LineSums.OfAsync(lines, cancellationToken);

    public override Task<List<LineRow>> TakeAsync(
        LineColumn column, bool isDescending, RowKey? from, bool isBackwards, int count, CancellationToken cancellationToken) =>
        LineRow.Of(LineOrder.Of(column, isDescending).Take(lines, from, isBackwards, count), withAmounts).ToListAsync(cancellationToken);

    public override CsvList File(LineColumn column, bool isDescending, CancellationToken cancellationToken) =>
        RevenueFile.Of(LineOrder.Of(column, isDescending).Sort(lines), withAmounts);

    public override Task<List<ChosenLine>> ChooseAllAsync(CancellationToken cancellationToken) =>
        lines.OrderBy(line => line.Id).Select(line => new ChosenLine(line.Id, line.Version)).ToListAsync(cancellationToken);
}
