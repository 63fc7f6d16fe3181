using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Data.Imports.Storing;

internal sealed class CustomerStore(PortalDbContext db) : IRowStore
{
    public async Task StoreAsync(IQueryable<ImportRow> rows, ImportPulse pulse, CancellationToken cancellationToken)
    {
        var pages = new RowPages(db, pulse);
        await pages.AddAsync(rows.Where(row => row.SubjectOutcome == ImportOutcome.New), Customer, cancellationToken);
        await pages.EditAsync<Customer>(
            rows.Where(row => row.SubjectOutcome == ImportOutcome.Changed), row => row.SubjectId!.Value, row => row.SubjectVersion!.Value, Change, cancellationToken);
        await pages.AddAsync(rows.Where(row => row.TargetOutcome == ImportOutcome.New), Association, cancellationToken);
    }

    private static Customer Customer(ImportRow row) => new() { Id = row.SubjectId!.Value, PartnerId = row.PartnerId, Name = row.Name!, Code = row.Reference };

    private static void Change(Customer customer, ImportRow row)
    {
        customer.Name = row.Name!;
        customer.Code = row.Reference;
    }

    private static CustomerAssociation Association(ImportRow row) => new()
    {
        Id = row.TargetId!.Value,
        PartnerId = row.PartnerId,
        CustomerId = row.SubjectId!.Value,
        Type = row.Association!.Value,
        From = row.From,
        Until = row.Until,
    };
}
