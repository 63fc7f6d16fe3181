using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Data.Imports.Storing;

internal sealed class RevenueStore(PortalDbContext db) : IRowStore
{
    public async Task StoreAsync(IQueryable<ImportRow> rows, ImportPulse pulse, CancellationToken cancellationToken)
    {
        var pages = new RowPages(db, pulse);
        await pages.AddAsync(rows.Where(row => row.TargetOutcome == ImportOutcome.New), Line, cancellationToken);
        await pages.EditAsync<RevenueLine>(
            rows.Where(row => row.TargetOutcome == ImportOutcome.Changed), row => row.TargetId!.Value, row => row.TargetVersion!.Value, Change, cancellationToken);
    }

    private static RevenueLine Line(ImportRow row) => new()
    {
        Id = row.TargetId!.Value,
        PartnerId = row.PartnerId,
        CustomerId = row.SubjectId!.Value,
        Product = row.Product!.Value,
        Date = row.Date!.Value,
        Amount = row.Amount!.Value,
        NetNew = row.NetNew!.Value,
        Reference = row.Reference,
    };

    private static void Change(RevenueLine line, ImportRow row)
    {
        line.CustomerId = row.SubjectId!.Value;
        line.Product = row.Product!.Value;
        line.Date = row.Date!.Value;
        line.Amount = row.Amount!.Value;
        line.NetNew = row.NetNew!.Value;
    }
}
