using CompetencyPortal.Data.Entities;

namespace CompetencyPortal.Data.Imports.Storing;

internal sealed class PeopleStore(PortalDbContext db) : IRowStore
{
    public async Task StoreAsync(IQueryable<ImportRow> rows, ImportPulse pulse, CancellationToken cancellationToken)
    {
        var pages = new RowPages(db, pulse);
        await pages.AddAsync(rows.Where(row => row.SubjectOutcome == ImportOutcome.New), Person, cancellationToken);
        await pages.EditAsync<Person>(
            rows.Where(row => row.SubjectOutcome == ImportOutcome.Changed), row => row.SubjectId!.Value, row => row.SubjectVersion!.Value, Change, cancellationToken);
        await pages.AddAsync(rows.Where(row => row.TargetOutcome == ImportOutcome.New), Pass, cancellationToken);
    }

    private static Person Person(ImportRow row) => new()
    {
        Id = row.SubjectId!.Value,
        PartnerId = row.PartnerId,
        Name = row.Name!,
        Email = row.Email,
        From = row.From,
        Until = row.Until,
    };

    private static void Change(Person person, ImportRow row)
    {
        person.Name = row.Name!;
        person.Email = row.Email;
        person.From = row.From;
        person.Until = row.Until;
    }

    private static PersonCredential Pass(ImportRow row) => new()
    {
        Id = row.TargetId!.Value,
        PartnerId = row.PartnerId,
        PersonId = row.SubjectId!.Value,
        Code = row.Credential!.Value,
        PassedOn = row.Date!.Value,
    };
}
