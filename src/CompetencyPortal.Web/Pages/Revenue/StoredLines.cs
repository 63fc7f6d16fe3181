using CompetencyPortal.Data;
using CompetencyPortal.Data.Entities;
using CompetencyPortal.Data.Listing;
using CompetencyPortal.Data.Revenue;
using CompetencyPortal.Web.Infrastructure;
using CompetencyPortal.Web.Infrastructure.Exports;
using CompetencyPortal.Web.Infrastructure.Listing;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Pages.Revenue;

/// <summary>Lines that the database itself can tell from the others.</summary>
internal sealed class StoredLines(PortalDbContext db, LineFilter filter, LineSumsCache sums, CurrentUser user) : LineList
{
    private readonly IQueryable<RevenueLine> _lines = filter.Of(db, db.RevenueLines.AsNoTracking());

    /// <summary>How many there are, once they have been summed.</summary>
    private int? _count;

    public override async Task<LineSums> SumAsync(CancellationToken cancellationToken)
    {
        var summed = await sums.GetAsync(user.PartnerId!.Value, user.FactsVersion!.Value, filter, () => LineSums.OfAsync(_lines, cancellationToken));
        _count = summed.Count;
        return summed;
    }

    public override Task<List<LineRow>> TakeAsync(
        LineColumn column, bool isDescending, RowKey? from, bool isBackwards, int count, CancellationToken cancellationToken)
    {
        // Asked for the first few of a few, a database walks along the order and looks at every line for one of them.
        var order = LineOrder.Of(column, isDescending);
        var taken = from is null && !isBackwards && _count < count ? order.Sort(_lines) : order.Take(_lines, from, isBackwards, count);
        return LineRow.Of(taken, user.MaySeeAmounts).ToListAsync(cancellationToken);
    }

    public override CsvList File(LineColumn column, bool isDescending, CancellationToken cancellationToken) =>
        RevenueFile.Of(LineOrder.Of(column, isDescending).Sort(_lines), user.MaySeeAmounts);

    public override Task<List<ChosenLine>> ChooseAllAsync(CancellationToken cancellationToken) =>
        _lines.OrderBy(line => line.Id).Select(line => new ChosenLine(line.Id, line.Version)).ToListAsync(cancellationToken);
}
